import type { Actor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { isRead } from '#lib/history/reading/is-read.ts'
import { keptSince } from '#lib/history/reading/reading-plan.ts'
import type { Session } from '#lib/history/schema.ts'
import { minutesBefore } from '#lib/record/limits.ts'
import { compareInvited } from '#lib/record/meetings/compare-invited.ts'
import type { PendingRun } from '#lib/record/meetings/pending-run.ts'
import type { MissingPerson, SessionAttendee } from '#lib/record/schema.ts'
import { type Invitee, missingOf } from '#lib/record/sessions/missing.ts'
import { attendeesOf, peopleOf, type SessionRow, stayOf } from '#lib/record/sessions/session-rows.ts'
import { readStay } from '#lib/record/who/stay.ts'
import { withoutCopies } from '#lib/record/who/without-copies.ts'
import { isMeetingUnread } from './is-meeting-unread.ts'
import { unreadBecause } from './unread-because.ts'
import { type Sittings, viewSittings } from './view-sittings.ts'
import { windowOf } from './window-of.ts'

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
  const attendees = attendeesOf(shown, { isPending: pending !== null })
  const people = peopleOf(attendees)
  const unidentified = unidentifiedIn(attendees)
  const [invited, siblings] = await Promise.all([listInvited(first.meetingId), listSiblings(first)])
  const all = shown.length === sittings.length ? attendees : attendeesOf(sittings)
  const couldBe = unidentifiedIn(all)
  const isComplete = pending === null && sittings.every(isWhole) && !(await mayBeMore(sittings))
  const missing = missingOf(invited, { attendees: all, isComplete })
  const reads = shown.map(({ attendeesReadAt }) => attendeesReadAt?.getTime() ?? Number.NaN)
  // A sitting is over and read once: the report is as new as the last of them.
  const readAt = Math.max(...reads)
  const isKnown = !Number.isNaN(readAt)
  return {
    ...viewSittings(shown, people),
    attendees,
    missing,
    required: isKnown ? countRequired(invited, missing) : null,
    sittings: sittings.map(({ id, startedAt, endedAt }) => ({
      sessionId: id,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    })),
    identified: people ? (people - unidentified) / people : null,
    unidentified,
    unreadRows: shown.reduce((sum, { unreadRows }) => sum + unreadRows, 0),
    unnamed: shown.reduce((sum, sitting) => sum + unnamedOf(sitting), 0),
    couldBe,
    isCertain: isComplete && couldBe === 0,
    pending,
    siblings,
    asOf: isKnown ? new Date(readAt).toISOString() : null,
    // One sitting is complete, whatever becomes of the next.
    unreadBecause: (shown === sittings ? pending : null) ?? (await whyUnread(actor, shown)),
  }
}

function unidentifiedIn(attendees: readonly Pick<SessionAttendee, 'kind' | 'personId'>[]): number {
  return attendees.filter(({ kind, personId }) => kind !== 'notetaker' && personId === null).length
}

/** Whether everybody who was in a sitting has a row. */
function isWhole(sitting: SessionRow): boolean {
  return sitting.attendeesReadAt !== null && sitting.unreadRows + unnamedOf(sitting) === 0
}

/** How many more people GoTo counts than it has rows for, readable or not. A row it repeats is nobody else's. */
function unnamedOf({ attendeesReadAt, attendeeCount, attendances, unreadRows }: SessionRow): number {
  if (attendeesReadAt === null) return 0
  const stays = withoutCopies(attendances.map((row) => readStay(stayOf(row))))
  return Math.max(0, (attendeeCount ?? 0) - stays.length - unreadRows)
}

/**
 * Whether there may be a sitting beyond those known: another organizer's, one whose row made no sense, or one in a time
 * of which GoTo's history isn't known yet.
 */
async function mayBeMore(sittings: Sittings): Promise<boolean> {
  const [{ organizerId, gotoMeetingId, occurrence, organizer }] = sittings
  if (!occurrence) return false
  if (occurrence.runs.length > sittings.length) return true
  const at = now()
  // Before its end the host may be back, and nobody has looked for a while.
  if (occurrence.endsAt > at && !isHeard(organizer.listedAt, at)) return true
  const reading = await db().historyReading.findUnique({ where: { organizerId } })
  const period = windowOf(sittings)
  // Of an organizer who is gone, or so long ago, nothing more will ever be known.
  const mayStillBeRead = organizer.goneAt === null && period.to >= keptSince(at)
  if (mayStillBeRead && !isRead(reading ?? neverRead, period, at)) return true
  return isMeetingUnread(organizerId, String(gotoMeetingId), period)
}

/** What GoTo last said longer ago than this may have changed since. */
const heardMinutes = 5

function isHeard(listedAt: Date | null, at: Date): boolean {
  return listedAt !== null && listedAt >= minutesBefore(at, heardMinutes)
}

const neverRead = { coveredFrom: null, coveredTo: null }

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
  })
  return invited
    .map(({ personId, required, person }) => ({ personId, name: person.name, required }))
    .sort(compareInvited)
}

export function countRequired(invited: readonly Invitee[], missing: readonly MissingPerson[]): Session['required'] {
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
