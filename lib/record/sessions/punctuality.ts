import { onTimeMinutes } from '#lib/record/limits.ts'
import type { SessionAttendee } from '#lib/record/schema.ts'

/** When a meeting was planned, and when it took place. */
export type MeetingTimes = {
  plannedStartsAt: Date | null
  plannedEndsAt: Date | null
  startedAt: Date
  endedAt: Date | null
}
type Attendance = Pick<SessionAttendee, 'firstJoin' | 'lastLeave' | 'intervals'>

const graceMs = onTimeMinutes * 60_000

/**
 * Who came late and who left early. Nobody is late for a meeting whose host was even later, and nobody who stays until
 * it is over leaves early. A stay with an unknown time leaves both open, unless another stay answers.
 */
export function punctualityOf(
  { firstJoin, lastLeave, intervals }: Attendance,
  times: MeetingTimes,
): Pick<SessionAttendee, 'isLate' | 'leftEarly'> {
  return {
    isLate: isLate(
      firstJoin,
      intervals.some(({ joinedAt }) => joinedAt === null),
      times,
    ),
    leftEarly: leftEarly(
      lastLeave,
      intervals.some(({ leftAt }) => leftAt === null),
      times,
    ),
  }
}

function isLate(firstJoin: string | null, isInPart: boolean, { plannedStartsAt, startedAt }: MeetingTimes) {
  if (plannedStartsAt === null || firstJoin === null) return null
  const dueAt = Math.max(plannedStartsAt.getTime(), startedAt.getTime()) + graceMs
  if (Date.parse(firstJoin) <= dueAt) return false
  return isInPart ? null : true
}

function leftEarly(lastLeave: string | null, isInPart: boolean, { plannedEndsAt, endedAt }: MeetingTimes) {
  if (plannedEndsAt === null || lastLeave === null) return null
  const leftAt = Date.parse(lastLeave)
  const overAt = Math.min(plannedEndsAt.getTime(), endedAt?.getTime() ?? Number.POSITIVE_INFINITY)
  if (leftAt >= overAt - graceMs) return false
  // It may have ended early.
  return isInPart || endedAt === null ? null : true
}
