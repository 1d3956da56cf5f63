import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import type { Lane } from '#lib/goto/budget-rule.ts'
import { longestRunStart } from '#lib/record/limits.ts'
import { applyHistory } from '#lib/record/sessions/apply-history.ts'
import { fetchAttendees, fetchSessions } from './fetch-past.ts'
import { type Reader, readBy } from './ways-to-read.ts'

export type EndedRoom = { organizerId: string; gotoMeetingId: string; activeSince: Date | null; endedAt: Date }

/**
 * Looks in GoTo's history for the run of a room that has just ended, and for who came. GoTo tells of it some time after
 * the end: `isCaptured` says whether it did. `lane`: whether somebody waits for it. @throws AppError of the client
 */
export async function captureSession(actor: Actor, room: EndedRoom, lane: Lane): Promise<{ isCaptured: boolean }> {
  authorize(actor, 'sync.run')
  const { organizerId, gotoMeetingId, activeSince, endedAt } = room
  const organizer = await db().organizer.findUniqueOrThrow({ where: { id: organizerId } })
  const reader: Reader = { personId: null, lane }
  const readAt = now()
  // It began before it was seen live, however long ago that is: some meetings last for days.
  const seenAt = activeSince && activeSince < endedAt ? activeSince : endedAt
  const stretch = { from: longestRunStart(seenAt), to: readAt }
  const key = String(organizer.organizerKey)
  const found = await readBy(organizer, reader, async (way) => {
    const sessions = (await fetchSessions(way, key, stretch)).filter((run) => run.gotoMeetingId === gotoMeetingId)
    if (sessions.length === 0) return null
    const starts = sessions.map(({ startedAt }) => Date.parse(startedAt))
    // Of these runs only: an administrator's call answers all meetings of a period.
    const period = { from: new Date(Math.min(...starts)), to: new Date(Math.max(...starts)) }
    const rows = await fetchAttendees(way, key, { stretch: period, meetingIds: [gotoMeetingId] })
    return { sessions, rows: rows.filter(({ session }) => session.gotoMeetingId === gotoMeetingId) }
  })
  if (found) await inTransaction((tx) => applyHistory(tx, organizer, { ...found, readAt }))
  return { isCaptured: await isCaptured(organizer.accountKey, room) }
}

/** Foyer notices an end by looking: GoTo's own may be this much earlier. */
const noticedMs = 10 * 60_000

/** Whether the run that ended then is stored with its attendees: it ended after it was seen active. */
async function isCaptured(accountKey: string, { gotoMeetingId, activeSince, endedAt }: EndedRoom): Promise<boolean> {
  const since = activeSince && activeSince < endedAt ? activeSince : new Date(endedAt.getTime() - noticedMs)
  const stored = await db().session.findFirst({
    where: {
      accountKey,
      gotoMeetingId: BigInt(gotoMeetingId),
      attendeesReadAt: { not: null },
      endedAt: { gte: since },
    },
    select: { id: true },
  })
  return stored !== null
}
