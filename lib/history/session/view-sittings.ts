import type { SessionSummary } from '#lib/history/schema.ts'
import { type SessionRow, viewSummary } from '#lib/record/sessions/session-rows.ts'
import { wholeOf } from '#lib/record/sessions/sittings.ts'

/** Sessions held for the same planned time by the same organizer, first one first. */
export type Sittings = [SessionRow, ...SessionRow[]]

/** The list row that stands for these sittings. `people`: as their report counts them. */
export function viewSittings(shown: Sittings, people: number | null): SessionSummary {
  const [first] = shown
  if (shown.length === 1) return viewSummary(first, { people })
  const last = shown.at(-1) ?? first
  const { startedAt, endedAt, lengthMs } = wholeOf(shown)
  const isRead = shown.every(({ attendeesReadAt }) => attendeesReadAt !== null)
  return {
    ...viewSummary(last),
    sitting: null,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    minutes: lengthMs === null ? null : Math.round(lengthMs / 60_000),
    // GoTo's counts per sitting can't be added up: the same people come again.
    people: isRead ? (people ?? mostCounted(shown)) : null,
    hasAttendees: isRead,
  }
}

/** Of several sittings whose people GoTo only counts, at least so many came. null: it doesn't say of one of them. */
function mostCounted(shown: Sittings): number | null {
  const counts = shown.map(({ attendeeCount }) => attendeeCount ?? Number.NaN)
  const most = Math.max(...counts)
  return Number.isNaN(most) ? null : most
}
