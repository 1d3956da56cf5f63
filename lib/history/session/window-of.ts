import { keptSince, type Stretch } from '#lib/history/reading/reading-plan.ts'
import { earliestStartMinutes, latestRunMinutes, minutesBefore } from '#lib/record/limits.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'
import type { SessionRow } from '#lib/record/sessions/session-rows.ts'

type Held = Pick<SessionRow, 'startedAt'> & {
  occurrence: Pick<NonNullable<SessionRow['occurrence']>, 'startsAt' | 'endsAt'> | null
}

/**
 * The time in which a meeting without a known session may have been held; a dateless room found at GoTo, as long ago as
 * GoTo remembers.
 */
export function heldWithin({ meeting, planned }: ListedRow, at: Date): Stretch {
  if (planned) return plannedWindow(planned)
  return { from: meeting.origin === 'foyer' ? meeting.createdAt : keptSince(at), to: at }
}

/** The same with its sessions; for what nobody planned, its own sessions. */
export function windowOf(sittings: readonly [Held, ...Held[]]): Stretch {
  const [{ occurrence }] = sittings
  const starts = sittings.map(({ startedAt }) => startedAt.getTime())
  const from = Math.min(...starts)
  const to = Math.max(...starts) + 1
  if (!occurrence) return { from: new Date(from), to: new Date(to) }
  const planned = plannedWindow(occurrence)
  return {
    from: new Date(Math.min(from, planned.from.getTime())),
    to: new Date(Math.max(to, planned.to.getTime())),
  }
}

function plannedWindow({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Stretch {
  return { from: minutesBefore(startsAt, earliestStartMinutes), to: minutesBefore(endsAt, -latestRunMinutes) }
}
