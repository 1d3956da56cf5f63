import type { Actor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import type { Session } from '#lib/history/schema.ts'
import type { PendingRun } from '#lib/record/meetings/pending-run.ts'
import type { MissingPerson } from '#lib/record/schema.ts'
import { type Invitee, missingOf } from '#lib/record/sessions/missing.ts'
import { attendeesOf, peopleOf, type SessionRow, viewSummary } from '#lib/record/sessions/session-rows.ts'
import { wholeOf } from '#lib/record/sessions/sittings.ts'
import { unreadBecause } from './unread-because.ts'

export type Sittings = [SessionRow, ...SessionRow[]]
export type Reported = {
  /** The sittings being viewed: one, or all of them. */
  shown: Sittings
  /** All sittings of the meeting, first one first: coming to any of them counts. */
  sittings: Sittings
  /** A further sitting that GoTo can't have reported yet. */
  pending: PendingRun | null
}

/** The attendance report for the sittings being viewed. */
export async function viewReport(actor: Actor, { shown, sittings, pending }: Reported): Promise<Session> {
  const [first] = shown
  const attendees = attendeesOf(shown)
  const people = peopleOf(attendees)
  const unidentified = attendees.filter(({ kind, personId }) => kind !== 'notetaker' && personId === null).length
  const [invited, siblings] = await Promise.all([listInvited(first.meetingId), listSiblings(first)])
  const all = shown.length === sittings.length ? attendees : attendeesOf(sittings)
  const isComplete =
    pending === null &&
    sittings.every(({ attendeesReadAt, unreadRows }) => attendeesReadAt !== null && unreadRows === 0)
  const missing = missingOf(invited, { attendees: all, isComplete })
  const reads = shown.map(({ attendeesReadAt }) => attendeesReadAt?.getTime() ?? Number.NaN)
  const readAt = Math.min(...reads)
  const isRead = !Number.isNaN(readAt)
  return {
    ...viewShown(shown, people),
    attendees,
    missing,
    required: isRead ? countRequired(invited, missing) : null,
    sittings: sittings.map(({ id, startedAt, endedAt }) => ({
      sessionId: id,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    })),
    identified: people ? (people - unidentified) / people : null,
    unidentified,
    unreadRows: shown.reduce((sum, { unreadRows }) => sum + unreadRows, 0),
    siblings,
    asOf: isRead ? new Date(readAt).toISOString() : null,
    // One sitting is complete, whatever becomes of the next.
    unreadBecause: (shown === sittings ? pending : null) ?? (await whyUnread(actor, shown)),
  }
}

/** The list row that stands for these sittings. */
function viewShown(shown: Sittings, people: number | null) {
  const [first] = shown
  if (shown.length === 1) return viewSummary(first, people)
  const last = shown.at(-1) ?? first
  const { startedAt, endedAt, lengthMs } = wholeOf(shown)
  const isRead = shown.every(({ attendeesReadAt }) => attendeesReadAt !== null)
  return {
    ...viewSummary(last),
    sitting: null,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    minutes: lengthMs === null ? null : Math.round(lengthMs / 60_000),
    // GoTo's counts per sitting can't be added up: the same people come again.
    people: isRead ? people : null,
    hasAttendees: isRead,
  }
}

async function whyUnread(actor: Actor, shown: Sittings): Promise<Session['unreadBecause']> {
  for (const row of shown) {
    const because = await unreadBecause(actor, row, now())
    if (because !== null) return because
  }
  return null
}

/** Who was invited to a planned meeting, required first. */
export async function listInvited(meetingId: string | null): Promise<Invitee[]> {
  if (meetingId === null) return []
  const invited = await db().invited.findMany({
    where: { meetingId },
    include: { person: { select: { name: true } } },
    orderBy: [{ required: 'desc' }, { person: { name: 'asc' } }, { personId: 'asc' }],
  })
  return invited.map(({ personId, required, person }) => ({ personId, name: person.name, required }))
}

function countRequired(invited: readonly Invitee[], missing: readonly MissingPerson[]): Session['required'] {
  const required = invited.filter((one) => one.required)
  if (required.length === 0) return null
  const gone = missing.filter((one) => one.required)
  return {
    invited: required.length,
    present: required.length - gone.length,
    unknown: gone.filter(({ state }) => state === 'unknown').length,
  }
}

const mostSiblings = 50

async function listSiblings({ accountKey, organizerId, gotoMeetingId }: SessionRow): Promise<Session['siblings']> {
  const rows = await db().session.findMany({
    where: { accountKey, organizerId, gotoMeetingId },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: mostSiblings,
    select: { id: true, startedAt: true, endedAt: true },
  })
  return rows.map(({ id, startedAt, endedAt }) => ({
    id,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }))
}
