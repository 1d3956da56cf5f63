import type { NameMatch } from '#lib/people/schema.ts'
import type { Guest, GuestGroup, UnclearGuest } from './form-values.ts'

export type Settled = { guests: Guest[]; groups: GuestGroup[]; unclear: UnclearGuest[] }
type Known = { matches: readonly NameMatch[]; groupOf: (text: string) => GuestGroup | null }

/** What to ask about a text: itself, and its parts where it may be several names. */
export function namesToAsk(text: string): string[] {
  const parts = partsOf(text)
  return [text, ...parts].map((name) => name.slice(0, 100))
}

/** What a text turned out to mean: a group, somebody certain, or whom to choose from. Parts count if the whole is nobody. */
export function settleName(text: string, known: Known): Settled {
  const whole = settleOne(text, known)
  const parts = partsOf(text)
  if (parts.length === 0 || whole.unclear.length === 0) return whole
  const settled = parts.map((part) => settleOne(part, known))
  // Neither the whole nor any part: it stays as it was typed.
  if (settled.every(({ unclear }) => unclear[0]?.people?.length === 0)) return whole
  return {
    guests: settled.flatMap(({ guests }) => guests),
    groups: settled.flatMap(({ groups }) => groups),
    unclear: settled.flatMap(({ unclear }) => unclear),
  }
}

function settleOne(text: string, { matches, groupOf }: Known): Settled {
  const group = groupOf(text)
  if (group) return { guests: [], groups: [group], unclear: [] }
  const match = matches.find(({ name }) => name === text.slice(0, 100))
  const [person] = match?.people ?? []
  if (match?.isSure && person) return { guests: [{ ...person, required: false }], groups: [], unclear: [] }
  return { guests: [], groups: [], unclear: [{ text, people: match?.people ?? [] }] }
}

function partsOf(text: string): string[] {
  const parts = text
    .split(/[,\t]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length > 1 ? parts : []
}
