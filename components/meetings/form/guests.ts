import { lowerEmail } from '#lib/email.ts'
import { mostInvited, throughGroups } from '#lib/meetings/rules.ts'
import { tooManyInvited } from '#lib/meetings/sentences.ts'
import type { FormValues, Guest, UnclearGuest } from './form-values.ts'
import { parseGuests } from './parse-guests.ts'

type People = Pick<FormValues, 'invited' | 'invitedGroups'>

/** Identifies an invited person. */
export function guestKey({ personId, email }: Guest): string {
  return personId ?? lowerEmail(email ?? '')
}

export function guestName({ name, email }: Guest): string {
  return name || (email ?? '')
}

/** Adds people, each once: somebody already invited isn't invited again by their address. */
export function withGuests(guests: readonly Guest[], more: readonly Guest[]): Guest[] {
  const known = new Set<string>()
  return [...guests, ...more].filter((guest, nth) => {
    const keys = [guestKey(guest), lowerEmail(guest.email ?? '')].filter((key) => key !== '')
    const isNew = keys.every((key) => !known.has(key))
    for (const key of keys) known.add(key)
    return isNew || nth < guests.length
  })
}

/** Adds what is typed in the box: addresses as people, the rest to be looked up. Nobody typed is left out. */
export function withTyped(values: FormValues): Pick<FormValues, 'invited' | 'invitedGroups' | 'unclear'> {
  const { invited, invitedGroups, unclear, guestText } = values
  const { guests, others } = parseGuests(guestText)
  return {
    invited: withGuests(
      invited,
      guests.map((guest) => ({ ...guest, personId: null, required: false })),
    ),
    invitedGroups,
    unclear: withUnclear(unclear, others),
  }
}

export function withUnclear(unclear: readonly UnclearGuest[], texts: readonly string[]): UnclearGuest[] {
  const known = new Set(unclear.map(({ text }) => text))
  return [...unclear, ...texts.filter((text) => !known.has(text)).map((text) => ({ text, people: null }))]
}

/** Everybody, each once: by name, or through a group. */
function everybodyIn({ invited, invitedGroups }: People): Guest[] {
  return withGuests(
    invited,
    throughGroups(invitedGroups).map((person) => ({ ...person, email: null })),
  )
}

/** `57 people, 12 required`. */
export function countText(people: People): string {
  const everybody = everybodyIn(people)
  const required = everybody.filter((guest) => guest.required).length
  const count = everybody.length === 1 ? '1 person' : `${everybody.length} people`
  return required > 0 ? `${count}, ${required} required` : count
}

/** What to say when more are invited than can be; null: they are few enough. */
export function tooManyText(people: People): string | null {
  const count = everybodyIn(people).length
  return count > mostInvited ? tooManyInvited(count, mostInvited) : null
}
