import { v7 as uuid } from 'uuid'
import type { Tx } from '#lib/db/client.ts'
import { changeList, unlisted } from '#lib/record/change-list.ts'
import { linkSession, type PlannedTime, type RoomMeeting, type SessionLink } from './link-session.ts'
import type { RunToStore } from './postpone-unnamed.ts'
import { type FoundSession, type KnownSession, pickRun, reconcileSessions, sameNameMs } from './reconcile-sessions.ts'
import type { FoundStay } from './reconcile-stays.ts'
import { storeStays } from './store-stays.ts'
import { knownSession, sessionColumns } from './stored-session.ts'

/** The run an attendee row belongs to, with the stay. */
export type FoundRow = { session: FoundSession; stay: FoundStay }
export type PastOrganizer = { id: string; accountKey: string }
export type HistoryFound = {
  sessions: FoundSession[]
  /** null: attendees were not asked for. */
  rows: FoundRow[] | null
  /** How many attendee rows could not be read, by meeting ID; under null those that name none. */
  unread?: ReadonlyMap<string | null, number>
  /** When GoTo was asked. */
  readAt: Date
}
export type AppliedHistory = { added: number; changed: number; capturedIds: string[] }

/**
 * Writes what GoTo reported about an organizer's past where it differs from what is known, under the organizer's row
 * lock, so that two concurrent readers never create two rows for one run. Returns the sessions whose attendees are
 * newly stored.
 */
export async function applyHistory(tx: Tx, organizer: PastOrganizer, found: HistoryFound): Promise<AppliedHistory> {
  await tx.$queryRaw`SELECT 1 FROM organizer WHERE id = ${organizer.id}::uuid FOR UPDATE`
  const rows = found.rows ?? []
  const reported = [...found.sessions, ...distinct(rows)]
  if (reported.length === 0) return { added: 0, changed: 0, capturedIds: [] }
  const known = await listKnown(tx, organizer, reported)
  const plan = reconcileSessions(known, reported)
  const link = await linker(tx, organizer, reported)
  const added = plan.add.map((session) => ({ id: uuid(), session }))
  if (added.length > 0)
    await unlisted(tx).session.createMany({
      data: added.map(({ id, session }) => ({
        id,
        accountKey: organizer.accountKey,
        organizerId: organizer.id,
        readAt: found.readAt,
        ...sessionColumns(session),
        ...link(session),
      })),
    })
  for (const { id, to } of plan.change)
    await unlisted(tx).session.update({
      where: { id },
      data: { ...sessionColumns(to), readAt: found.readAt },
      select: { id: true },
    })
  const changed = new Map(plan.change.map(({ id, to }) => [id, to]))
  const now = [...known.map((session) => ({ id: session.id, session: changed.get(session.id) ?? session })), ...added]
  const linked = [...added.map(({ session }) => link(session)), ...known.filter(({ id }) => changed.has(id))]
  // Planned meetings that took place have another state in the lists now.
  if (linked.some(({ meetingId }) => meetingId !== null)) changeList(tx)
  await linkLater(tx, known, link)
  const capturedIds = found.rows === null ? [] : await storeStays(tx, runsToStore(now, reported, found), found.readAt)
  return { added: added.length, changed: plan.change.length, capturedIds }
}

/** Each reported run with its rows: unreported ones aren't marked as read, since nothing is known of them. */
function runsToStore(
  runs: { id: string; session: FoundSession }[],
  reported: FoundSession[],
  { rows, unread = new Map() }: HistoryFound,
): RunToStore[] {
  const facts = runs.map(({ session }) => session)
  const reportedIds = new Set(reported.map((session) => runs[pickRun(facts, session)]?.id))
  const byRun = Map.groupBy(rows ?? [], (row) => runs[pickRun(facts, row.session)]?.id)
  return runs
    .filter(({ id }) => reportedIds.has(id))
    .map(({ id, session }) => ({
      id,
      session,
      stays: (byRun.get(id) ?? []).map(({ stay }) => stay),
      unreadRows: (unread.get(session.gotoMeetingId) ?? 0) + (unread.get(null) ?? 0),
    }))
}

function distinct(rows: FoundRow[]): FoundSession[] {
  return [...new Map(rows.map(({ session }) => [JSON.stringify(session), session])).values()]
}

async function listKnown(
  tx: Tx,
  organizer: PastOrganizer,
  reported: FoundSession[],
): Promise<(KnownSession & SessionLink)[]> {
  const starts = reported.map(({ startedAt }) => Date.parse(startedAt))
  const stored = await tx.session.findMany({
    where: {
      accountKey: organizer.accountKey,
      gotoMeetingId: { in: idsOf(reported) },
      startedAt: { gte: new Date(lowest(starts) - sameNameMs), lte: new Date(highest(starts) + sameNameMs) },
    },
  })
  return stored.map((row) => ({ ...knownSession(row), meetingId: row.meetingId, occurrenceId: row.occurrenceId }))
}

function lowest(numbers: number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b))
}

function highest(numbers: number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b))
}

async function linker(
  tx: Tx,
  { accountKey }: PastOrganizer,
  reported: FoundSession[],
): Promise<(run: FoundSession) => SessionLink> {
  const gotoMeetingId = { in: idsOf(reported) }
  const times = await tx.occurrence.findMany({ where: { gotoMeetingId, meeting: { accountKey } } })
  const rooms = await tx.meeting.findMany({
    where: { gotoMeetingId, accountKey, kind: 'room' },
    select: { id: true, gotoMeetingId: true },
  })
  const planned = times.map(
    (time): PlannedTime => ({
      occurrenceId: time.id,
      meetingId: time.meetingId,
      gotoMeetingId: String(time.gotoMeetingId),
      startsAt: time.startsAt,
      endsAt: time.endsAt,
      isGone: time.goneAt !== null,
    }),
  )
  const ofRooms = rooms.map((room): RoomMeeting => ({ meetingId: room.id, gotoMeetingId: String(room.gotoMeetingId) }))
  return (run) => linkSession(run, planned, ofRooms)
}

/** A run may be known before its plan: it is linked once both are, and then stays linked. */
async function linkLater(tx: Tx, known: (KnownSession & SessionLink)[], link: (run: FoundSession) => SessionLink) {
  for (const session of known.filter(({ occurrenceId }) => occurrenceId === null)) {
    const to = link(session)
    if (to.meetingId !== null && (to.occurrenceId !== null || to.meetingId !== session.meetingId))
      await changeList(tx).session.update({ where: { id: session.id }, data: to, select: { id: true } })
  }
}

function idsOf(reported: FoundSession[]): bigint[] {
  return [...new Set(reported.map(({ gotoMeetingId }) => BigInt(gotoMeetingId)))]
}
