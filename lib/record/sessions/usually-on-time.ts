import { db } from '#lib/db/client.ts'
import { minutesBefore, onTimeMinutes } from '#lib/record/limits.ts'
import { dayMs } from '#lib/time/day.ts'

type Start = { plannedStartsAt: Date; startedAt: Date }

/** Fewer meetings say nothing about a habit, nor do old ones. */
const fewest = 5
const most = 20
const lookBackMs = 90 * dayMs
const usualShare = 0.8

/** Whether an organizer's recent meetings show that they start on time. Where too few are known, nothing is claimed. */
export async function isUsuallyOnTime(organizerId: string, at: Date): Promise<boolean> {
  return showsHabit(await lastStarts(organizerId, at))
}

/** Enough starts, and nearly all of them within the tolerance (product.md 5); before the time is on time. */
export function showsHabit(starts: readonly Start[]): boolean {
  const onTime = starts.filter(
    ({ plannedStartsAt, startedAt }) => minutesBefore(startedAt, onTimeMinutes) <= plannedStartsAt,
  )
  return starts.length >= fewest && onTime.length >= usualShare * starts.length
}

/** When the last planned meetings began: their first sittings. What GoTo never reported says nothing. */
function lastStarts(organizerId: string, at: Date): Promise<Start[]> {
  return db().$queryRaw<Start[]>`
    SELECT o.starts_at AS "plannedStartsAt", min(s.started_at) AS "startedAt"
    FROM session s JOIN occurrence o ON o.id = s.occurrence_id
    WHERE s.organizer_id = ${organizerId}::uuid AND s.started_at >= ${new Date(at.getTime() - lookBackMs)}
      AND s.kind <> 'instant'
    GROUP BY o.id, o.starts_at ORDER BY o.starts_at DESC LIMIT ${most}`
}
