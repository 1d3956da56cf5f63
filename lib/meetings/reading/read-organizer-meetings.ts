import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { type ErrorCode, errorTable, toAppError } from '#lib/errors.ts'
import { log } from '#lib/log.ts'
import { applyListing } from '#lib/record/listing/apply-listing.ts'
import { fetchUpcoming, type ReadingSource } from './fetch-upcoming.ts'
import { foundMeetings } from './upcoming-rows.ts'

export type OrganizerReading = {
  outcome: 'changed' | 'unchanged' | 'superseded' | 'failed' | 'unreachable'
  source: ReadingSource | null
  added: number
  changed: number
  rejected: number
}

/**
 * Reads one organizer's planned meetings and applies what differs. A failure is noted with the organizer, whose
 * meetings stay as they were, and never affects others. `unreachable`: nobody's grant can read this organizer.
 */
export async function readOrganizerMeetings(
  organizerId: string,
  lane: 'interactive' | 'background',
): Promise<OrganizerReading> {
  const organizer = await db().organizer.findUniqueOrThrow({
    where: { id: organizerId },
    include: { person: { select: { zone: true } } },
  })
  const organizerKey = String(organizer.organizerKey)
  const readAt = now()
  try {
    const fetched = await fetchUpcoming(organizerKey, { lane })
    if (!fetched) {
      await noteFailure(organizerId, readAt, 'not_connected')
      return { ...nothing, outcome: 'unreachable' }
    }
    const { rows, setAside } = foundMeetings(fetched, organizerKey)
    const unread = setAside.map(({ id }) => id)
    const zone = organizer.person.zone ?? env().timeZone
    const applied = await applyListing(organizer, { rows, unread, readAt, zone })
    return { ...applied, source: fetched.source, rejected: unread.length }
  } catch (thrown) {
    const error = toAppError(thrown)
    log[errorTable[error.code].level](
      { organizerId, code: error.code, err: error.cause ?? error },
      'organizer not read',
    )
    await noteFailure(organizerId, readAt, error.code)
    return { ...nothing, outcome: 'failed' }
  }
}

const nothing = { source: null, added: 0, changed: 0, rejected: 0 }

/** Organizers who cannot be read at all count as tried: they must not be ahead of everybody else forever. */
async function noteFailure(organizerId: string, triedAt: Date, readFailure: ErrorCode): Promise<void> {
  await db().organizer.update({
    where: { id: organizerId },
    data: { triedAt, readFailure },
    select: { id: true },
  })
}
