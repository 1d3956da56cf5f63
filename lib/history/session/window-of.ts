import { earliestStartMinutes, latestRunMinutes, minutesBefore } from '#lib/record/limits.ts'
import type { SessionRow } from '#lib/record/sessions/session-rows.ts'

type Held = Pick<SessionRow, 'occurrence' | 'startedAt'>

/** The time in which a meeting may have been held; for what nobody planned, its own sessions. */
export function windowOf(sittings: readonly [Held, ...Held[]]): { from: Date; to: Date } {
  const [{ occurrence }] = sittings
  const starts = sittings.map(({ startedAt }) => startedAt.getTime())
  const held = { from: new Date(Math.min(...starts)), to: new Date(Math.max(...starts) + 1) }
  if (!occurrence) return held
  const planned = {
    from: minutesBefore(occurrence.startsAt, earliestStartMinutes),
    to: minutesBefore(occurrence.endsAt, -latestRunMinutes),
  }
  return { from: earlier(planned.from, held.from), to: earlier(held.to, planned.to) === held.to ? planned.to : held.to }
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
