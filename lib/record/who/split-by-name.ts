import { areStrangers } from './are-strangers.ts'
import { homesOf, keyOfWords } from './homes-of.ts'
import type { ReadStay, Stay } from './stay.ts'
import { wordsOfName } from './words-of-name.ts'

/** Stays that form one row as far as addresses and proofs go. */
export type Part = { members: ReadStay[]; person: Stay['person']; doubt: string | null; isPlaceholder: boolean }

/**
 * Splits stays that belong together by address or person: one row, or, where names that can't be one person's were
 * there at once (or `surely`), a row per name. A name that could be either of two others, or identifies nobody, then
 * stands alone. The person known by the address gets only the row with their own name.
 */
export function splitByName(members: ReadStay[], isSplit?: 'surely'): Part[] {
  const person = members.find((one) => one.person !== null)?.person ?? null
  if (!isSplit && !areStrangers(members)) return [{ members, person, doubt: null, isPlaceholder: false }]
  const named = members.filter(({ name }) => name !== '')
  const homes = homesOf(named.map(({ words }) => words))
  const byHome = Map.groupBy(named, ({ words }) => homes.get(keyOfWords(words)) ?? '')
  const nameless = members.filter(({ name }) => name === '').map((one) => [one])
  const rows = [...byHome.values(), ...nameless]
  const own = person === null ? undefined : rows.find((row) => row.some((one) => isNameOf(person, one)))
  return rows.map((row) => ({
    members: row,
    person: row === own ? person : null,
    doubt: row !== own && person !== null && row.some((one) => one.person !== null) ? doubtOf(person, own) : null,
    isPlaceholder: row.every(({ name }) => name === ''),
  }))
}

function isNameOf(person: { name: string }, { words }: ReadStay): boolean {
  return words.length > 0 && keyOfWords(words) === keyOfWords(wordsOfName(person.name))
}

function doubtOf({ name }: { name: string }, own: ReadStay[] | undefined): string {
  return own
    ? `typed the address of ${name}, who has their own row`
    : `several people typed the address of ${name}, who may be one of them`
}
