import { db } from '#lib/db/client.ts'
import { invalid } from '#lib/db/list-filter.ts'
import { normalizeEmail } from '#lib/email.ts'
import type { Invitation } from '#lib/meetings/schema.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import { ensureGuests } from '#lib/people/ensure-guests.ts'
import type { InvitedColumns } from '#lib/record/meetings/typed-meeting.ts'

/** Refuses people who cannot be invited. @throws AppError `invalid` naming the entry */
export async function checkInvited(invited: Invitation[]): Promise<void> {
  const unreadable = invited.findIndex(({ personId, email }) => !personId && normalizeEmail(email) === null)
  if (unreadable >= 0)
    throw invalid(`invited.${unreadable}.email`, sentences.notOneAddress(invited[unreadable]?.email ?? ''))
  const ids = [...new Set(invited.flatMap(({ personId }) => personId ?? []))]
  if (ids.length === 0) return
  const known = new Set(
    (await db().person.findMany({ where: { id: { in: ids } }, select: { id: true } })).map(({ id }) => id),
  )
  const index = invited.findIndex(({ personId }) => personId !== undefined && !known.has(personId))
  if (index >= 0) throw invalid(`invited.${index}.personId`, sentences.unknownPerson)
}

/**
 * Who is invited, each once: by person, or by an address that leads to one. Somebody named twice is required if either
 * entry says so; the organizer is there anyway. Creates new people before the meeting's own transaction.
 * @throws AppError `upstream_unavailable` when too many people are being created at once
 */
export async function ensureInvited(organizerPersonId: string, invited: Invitation[]): Promise<InvitedColumns[]> {
  const guests = invited.flatMap(({ personId, email = '', name = '' }) => (personId ? [] : [{ email, name }]))
  const holders = await ensureGuests(guests)
  const required = new Map<string, boolean>()
  for (const { personId: known, email, required: isRequired } of invited) {
    const personId = known ?? holders.get(normalizeEmail(email) ?? '')
    if (personId === undefined || personId === organizerPersonId) continue
    required.set(personId, (required.get(personId) ?? false) || isRequired)
  }
  return [...required].map(([personId, isRequired]) => ({ personId, required: isRequired }))
}
