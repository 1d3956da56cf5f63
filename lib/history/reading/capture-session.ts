import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import type { Lane } from '#lib/goto/budget-rule.ts'
import { longestRunStart } from '#lib/record/limits.ts'
import { applyHistory } from '#lib/record/sessions/apply-history.ts'
import { fetchAttendees, fetchSessions } from './fetch-past.ts'
import { type EndedRoom, listUnreported } from './list-unreported.ts'
import { countUnread } from './read-attendees.ts'
import { type Reader, readBy } from './ways-to-read.ts'

/**
 * Looks in GoTo's history for the runs of a room that just ended, and for who came. GoTo reports one some time after
 * its end: `isCaptured` says whether all are stored with their attendees. `lane`: whether somebody is waiting. @throws AppError of the client
 */
export async function captureSession(actor: Actor, room: EndedRoom, lane: Lane): Promise<{ isCaptured: boolean }> {
  authorize(actor, 'sync.run')
  const { organizerId, gotoMeetingId, seenAt } = room
  const organizer = await db().organizer.findUniqueOrThrow({ where: { id: organizerId } })
  const reader: Reader = { personId: null, lane }
  const readAt = now()
  // It began before it was first seen live, however long ago: some meetings last for days.
  const stretch = { from: longestRunStart(seenAt), to: readAt }
  const key = String(organizer.organizerKey)
  const found = await readBy(organizer, reader, async (way) => {
    const reported = await fetchSessions(way, key, stretch)
    const sessions = reported.rows.filter((run) => run.gotoMeetingId === gotoMeetingId)
    if (sessions.length === 0) return null
    const starts = sessions.map(({ startedAt }) => Date.parse(startedAt))
    // Only for these runs: an administrator's call returns all meetings of a period.
    const period = { from: new Date(Math.min(...starts)), to: new Date(Math.max(...starts)) }
    const who = await fetchAttendees(way, key, { stretch: period, meetingIds: [gotoMeetingId] })
    const rows = who.rows.filter(({ session }) => session.gotoMeetingId === gotoMeetingId)
    return { sessions, rows, unread: countUnread(who.setAside) }
  })
  if (found) await inTransaction((tx) => applyHistory(tx, organizer, { ...found, readAt }))
  return { isCaptured: (await listUnreported(readAt, room)).length === 0 }
}
