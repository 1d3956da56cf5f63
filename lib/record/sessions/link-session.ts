import { earliestStartMinutes, latestRunMinutes } from '#lib/record/limits.ts'

export type PlannedTime = {
  occurrenceId: string
  meetingId: string
  gotoMeetingId: string
  startsAt: Date
  endsAt: Date
  isGone: boolean
}
export type RoomMeeting = { meetingId: string; gotoMeetingId: string }
export type SessionLink = { meetingId: string | null; occurrenceId: string | null }

const beforeMs = earliestStartMinutes * 60_000
const afterMs = latestRunMinutes * 60_000

/**
 * What this run was planned as: the time with the same GoTo ID that it overlaps, from 30 minutes before to 120 after;
 * if several, the one it ran longest in, then the nearest start. Else the room with that ID.
 */
export function linkSession(
  run: { gotoMeetingId: string; startedAt: string; endedAt: string | null },
  planned: readonly PlannedTime[],
  rooms: readonly RoomMeeting[],
): SessionLink {
  const [from, until] = [Date.parse(run.startedAt), Date.parse(run.endedAt ?? run.startedAt)]
  const candidates = planned.filter(
    (time) =>
      time.gotoMeetingId === run.gotoMeetingId &&
      from <= time.endsAt.getTime() + afterMs &&
      until >= time.startsAt.getTime() - beforeMs,
  )
  const during = (time: PlannedTime) =>
    Math.max(0, Math.min(until, time.endsAt.getTime()) - Math.max(from, time.startsAt.getTime()))
  const apart = (time: PlannedTime) => Math.abs(time.startsAt.getTime() - from)
  const [best] = candidates.sort(
    (a, b) =>
      // Cancelled times come after those that still stand.
      Number(a.isGone) - Number(b.isGone) ||
      during(b) - during(a) ||
      apart(a) - apart(b) ||
      a.occurrenceId.localeCompare(b.occurrenceId),
  )
  if (best) return { meetingId: best.meetingId, occurrenceId: best.occurrenceId }
  const room = rooms.find(({ gotoMeetingId }) => gotoMeetingId === run.gotoMeetingId)
  return { meetingId: room?.meetingId ?? null, occurrenceId: null }
}
