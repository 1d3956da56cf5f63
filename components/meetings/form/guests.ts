import { lowerEmail } from '#lib/email.ts'
import type { Guest } from './form-values.ts'

/** Identifies an invited person. */
export function guestKey({ personId, email }: Guest): string {
  return personId ?? lowerEmail(email ?? '')
}

/** Adds people, each once: somebody already invited isn't invited again by their address. */
export function withGuests(guests: Guest[], more: Guest[]): Guest[] {
  const all = [...guests]
  for (const guest of more) {
    const address = lowerEmail(guest.email ?? '')
    const isThere = all.some(
      (known) => guestKey(known) === guestKey(guest) || (address !== '' && lowerEmail(known.email ?? '') === address),
    )
    if (!isThere) all.push(guest)
  }
  return all
}
