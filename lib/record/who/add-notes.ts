import { areStrangers } from './are-strangers.ts'
import type { ReadStay } from './stay.ts'

/**
 * `shared-address`: several people used this row's address at once. `perhaps-shared-address`: they may have, or it was
 * used one after the other under names with nothing in common, or under a placeholder name or none.
 */
export type Note = 'shared-address' | 'perhaps-shared-address'

type Noted<G> = { members: readonly ReadStay[]; group: G }

/** Marks the rows of one address as sharing it. */
export function addNotes<G extends object>(groups: readonly Noted<G>[]): (G & { note: Note | null })[] {
  const holders = new Map<string, Set<Noted<G>>>()
  for (const one of groups)
    for (const { email } of one.members)
      if (email !== '') holders.set(email, (holders.get(email) ?? new Set()).add(one))
  const notes = new Map<Noted<G>, Note>()
  for (const [email, rows] of holders) {
    const members = [...rows].flatMap((row) => row.members.filter((member) => member.email === email))
    if (rows.size < 2 && !haveStrangeNames(members)) continue
    const note = rows.size < 2 ? 'perhaps-shared-address' : noteOf(members)
    for (const row of rows) if (notes.get(row) !== 'shared-address') notes.set(row, note)
  }
  return groups.map((one) => ({ ...one.group, note: notes.get(one) ?? null }))
}

function noteOf(members: readonly ReadStay[]): Note {
  const known = members.filter(({ stay }) => stay.joinedAt !== null && stay.leftAt !== null)
  return areStrangers(known) ? 'shared-address' : 'perhaps-shared-address'
}

/** Whether no word is in all of the names: somebody who only spells their name another way keeps one. */
function haveStrangeNames(members: readonly ReadStay[]): boolean {
  const named = [...new Map(members.filter(({ name }) => name !== '').map((one) => [one.name, one.words])).values()]
  const [first = []] = named
  return named.length > 1 && !first.some((word) => named.every((words) => words.includes(word)))
}
