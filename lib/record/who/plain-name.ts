import { nameKey } from './name-key.ts'

/** A name as it is looked up and taken to words: as `nameKey`, one apostrophe, and Latin letters without their accents. */
export function plainName(name: string): string {
  return nameKey(name)
    .replace(/[’‘`´ʼ]/gu, "'")
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
}
