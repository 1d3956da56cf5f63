import { v7 as uuid } from 'uuid'
import type { Tx } from '#lib/db/client.ts'
import { changeList, unlisted } from '#lib/record/change-list.ts'
import { linkSession, type PlannedTime, type RoomMeeting, type SessionLink } from './link-session.ts'
import type { RunToStore } from './postpone-unnamed.ts'
import { type FoundSession, type KnownSession, pickRun, reconcileSessions } from './reconcile-sessions.ts'
import type { FoundStay } from './reconcile-stays.ts'
import { storeStays } from './store-stays.ts'
import { knownSession, sessionColumns } from './stored-session.ts'

/** The run that an attendee row speaks of, with the stay. */
export type FoundRow = { session: FoundSession; stay: FoundStay }
export type PastOrganizer = { id: string; accountKey: string }
export type HistoryFound = {
  sessions: FoundSession[]
  /** null: attendees were not asked for. */
  rows: FoundRow[] | null
  /** How many attendee rows could not be read, by meeting id; under null those that name none. */
  unread?: ReadonlyMap<string | null, number>
  /** When GoTo was asked. */
  readAt: Date
}
export type AppliedHistory = { added: number; changed: number; capturedIds: string[] }

/**
 * Writes what GoTo told of an organizer's past and differs from what is known, under the organizer's row lock, so that
 * two readers at once never make two rows of one run. Answers the sessions whose attendees are stored now and were not.
 */
export async function applyHistory(tx: Tx, organizer: PastOrganizer, found: HistoryFound): Promise<AppliedHistory> {
  await tx.$queryRaw`SELECT 1 FROM organizer WHERE id = ${organizer.id}::uuid FOR UPDATE`
  const rows = found.rows ?? []
  const told = [...found.sessions, ...distinct(rows)]
  if (told.length === 0) return { added: 0, changed: 0, capturedIds: [] }
  const known = await listKnown(tx, organizer, told)
  const plan = reconcileSessions(known, told)
  const link = await linker(tx, organizer, told)
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
  // What was planned and took place has another state in the lists now.
  if (linked.some(({ meetingId }) => meetingId !== null)) changeList(tx)
  await linkLater(tx, known, link)
  const capturedIds = found.rows === null ? [] : await storeStays(tx, runsToStore(now, told, found), found.readAt)
  return { added: added.length, changed: plan.change.length, capturedIds }
}

/** Each told run with its rows: of what was not told nothing is known, so it is not called read. */
function runsToStore(
  runs: { id: string; session: FoundSession }[],
  told: FoundSession[],
  { rows, unread = new Map() }: HistoryFound,
): RunToStore[] {
  const facts = runs.map(({ session }) => session)
  const toldIds = new Set(told.map((session) => runs[pickRun(facts, session)]?.id))
  const byRun = Map.groupBy(rows ?? [], (row) => runs[pickRun(facts, row.session)]?.id)
  return runs
    .filter(({ id }) => toldIds.has(id))
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
  told: FoundSession[],
): Promise<(KnownSession & SessionLink)[]> {
  const starts = told.map(({ startedAt }) => Date.parse(startedAt))
  const stored = await tx.session.findMany({
    where: {
      accountKey: organizer.accountKey,
      gotoMeetingId: { in: idsOf(told) },
      startedAt: { gte: new Date(lowest(starts) - 60_000), lte: new Date(highest(starts) + 60_000) },
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
  told: FoundSession[],
): Promise<(run: FoundSession) => SessionLink> {
  const gotoMeetingId = { in: idsOf(told) }
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

/** A run may be known before its plan is: it is linked when both are, and then stays where it was. */
async function linkLater(tx: Tx, known: (KnownSession & SessionLink)[], link: (run: FoundSession) => SessionLink) {
  for (const session of known.filter(({ occurrenceId }) => occurrenceId === null)) {
    const to = link(session)
    if (to.meetingId !== null && (to.occurrenceId !== null || to.meetingId !== session.meetingId))
      await changeList(tx).session.update({ where: { id: session.id }, data: to, select: { id: true } })
  }
}

function idsOf(told: FoundSession[]): bigint[] {
  return [...new Set(told.map(({ gotoMeetingId }) => BigInt(gotoMeetingId)))]
}
