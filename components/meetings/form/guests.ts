import type { Guest } from './form-values.ts'

/** What tells one invited from another. */
export function guestKey({ personId, email }: Guest): string {
  return personId ?? (email ?? '').toLowerCase()
}

/** With more people, each once: somebody known by an address is not invited by it a second time. */
export function withGuests(guests: Guest[], more: Guest[]): Guest[] {
  const all = [...guests]
  for (const guest of more) {
    const address = guest.email?.toLowerCase()
    const isThere = all.some(
      (known) => guestKey(known) === guestKey(guest) || (address && known.email?.toLowerCase() === address),
    )
    if (!isThere) all.push(guest)
  }
  return all
}
