import { onTimeMinutes } from '#lib/record/limits.ts'
import type { SessionAttendee } from '#lib/record/schema.ts'

/** When a meeting was to be held and when it was. */
export type MeetingTimes = {
  plannedStartsAt: Date | null
  plannedEndsAt: Date | null
  startedAt: Date
  endedAt: Date | null
}
type Attendance = Pick<SessionAttendee, 'firstJoin' | 'lastLeave' | 'intervals'>

const graceMs = onTimeMinutes * 60_000

/**
 * Who came late and who left early. Nobody is late for a meeting whose host was later still, and nobody leaves early who
 * stays until it is over. A stay without its time leaves both open, unless another stay answers.
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
  // It may have been over before its time.
  return isInPart || endedAt === null ? null : true
}
