import { now } from '#lib/clock.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import type { SetAside } from '#lib/goto/contract/rows.ts'
import { applyHistory } from '#lib/record/sessions/apply-history.ts'
import { knownSession } from '#lib/record/sessions/stored-session.ts'
import { fetchAttendees } from './fetch-past.ts'
import { keptSince, longestPieceMs, type Stretch } from './reading-plan.ts'
import { type Reader, readBy } from './ways-to-read.ts'

/** Sessions whose attendance isn't known yet, to be read together. */
export type Unread = Stretch & { meetingIds: string[]; sessionIds: string[] }

/** Reads who came to the sessions of a stretch, and stores it. */
export async function readAttendees(
  organizer: { id: string; accountKey: string; organizerKey: bigint; personId: string },
  { from, to, meetingIds, sessionIds }: Unread,
  reader: Reader,
): Promise<string[]> {
  const readAt = now()
  const found = await readBy(organizer, reader, (way) =>
    fetchAttendees(way, String(organizer.organizerKey), { stretch: { from, to }, meetingIds }),
  )
  return inTransaction(async (tx) => {
    // Asking is enough to know that a session without rows had nobody in it.
    const asked = await tx.session.findMany({ where: { id: { in: sessionIds } } })
    const sessions = asked.map(knownSession)
    const unread = countUnread(found.setAside)
    return (await applyHistory(tx, organizer, { sessions, rows: found.rows, unread, readAt })).capturedIds
  })
}

/** How many rows could not be read, by meeting ID; null: those that name none and may be anybody's. */
export function countUnread(setAside: readonly SetAside[]): ReadonlyMap<string | null, number> {
  return new Map([...Map.groupBy(setAside, ({ id }) => id)].map(([id, rows]) => [id, rows.length]))
}

/** As many sessions together as one request may cover. */
export async function unreadStretches(organizerId: string, { from, to }: Stretch): Promise<Unread[]> {
  const unread = await db().session.findMany({
    where: { organizerId, startedAt: { gte: from, lte: to }, ...worthAsking(now()) },
    orderBy: { startedAt: 'desc' },
  })
  const months = Map.groupBy(unread, ({ startedAt }) => Math.floor(startedAt.getTime() / longestPieceMs))
  return [...months.values()].map((sessions) => {
    const starts = sessions.map(({ startedAt }) => startedAt.getTime())
    return {
      from: new Date(Math.min(...starts)),
      to: new Date(Math.max(...starts)),
      meetingIds: [...new Set(sessions.map(({ gotoMeetingId }) => String(gotoMeetingId)))],
      sessionIds: sessions.map(({ id }) => id),
    }
  })
}

/**
 * Sessions whose attendance GoTo may still report, except those it had nothing for a moment ago: however many pages are
 * open.
 */
export function worthAsking(at: Date) {
  return { AND: [mayComeYet(at), { OR: [{ attendeesAskAt: null }, { attendeesAskAt: { lte: at } }] }] }
}

/** Sessions whose attendance isn't known, and may still be reported. */
export function mayComeYet(at: Date) {
  return { attendeesReadAt: null, startedAt: { gte: keptSince(at) } }
}
