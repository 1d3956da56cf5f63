import { letters } from '#lib/search/fold.ts'
import { nameKey } from './name-key.ts'

/** A name for lookup and splitting into words: its letters as searches fold them, with one kind of apostrophe. */
export function plainName(name: string): string {
  return nameKey(letters(name.replace(/[’‘`´ʼ]/gu, "'")))
}
