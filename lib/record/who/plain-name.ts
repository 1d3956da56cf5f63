import { nameKey } from './name-key.ts'

/**
 * A name for lookup and splitting into words: as `nameKey`, with one kind of apostrophe and Latin letters without
 * accents.
 */
export function plainName(name: string): string {
  return nameKey(name)
    .replace(/[’‘`´ʼ]/gu, "'")
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
}
