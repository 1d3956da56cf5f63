import { formatDuration } from '#lib/time/format.ts'

type Times = {
  plannedStartsAt: string | null
  plannedEndsAt: string | null
  startedAt: string
  endedAt: string | null
}

/** Less than this either way is on time. */
const toleranceMs = 60_000

/** `started 3 min late`; null when nothing was planned. */
export function startWords({ plannedStartsAt, startedAt }: Times): string | null {
  if (plannedStartsAt === null) return null
  const lateMs = Date.parse(startedAt) - Date.parse(plannedStartsAt)
  if (Math.abs(lateMs) < toleranceMs) return 'started on time'
  return `started ${lengthText(lateMs)} ${lateMs > 0 ? 'late' : 'early'}`
}

/** `overran by 12 min`, `ended 5 min early`; null when nothing was planned, or the end is unknown. */
export function endWords({ plannedEndsAt, endedAt }: Times): string | null {
  if (plannedEndsAt === null || endedAt === null) return null
  const overMs = Date.parse(endedAt) - Date.parse(plannedEndsAt)
  if (Math.abs(overMs) < toleranceMs) return 'ended on time'
  return overMs > 0 ? `overran by ${lengthText(overMs)}` : `ended ${lengthText(overMs)} early`
}

/** How a meeting kept to its plan, as far as that is known: while a further sitting may follow, it hasn't ended. */
type Held = Times & { pending: 'not-over' | 'preparing' | null }

/** `Sitting 2 of 3`; null if it isn't part of a longer meeting. */
export function sittingText({ sitting }: { sitting: { nth: number; of: number } | null }): string | null {
  return sitting && `Sitting ${sitting.nth} of ${sitting.of}`
}

/** `Started 3 min late, overran by 12 min` */
export function punctualityText(held: Held): string | null {
  const words = [startWords(held), held.pending ? null : endWords(held)].filter((text) => text !== null).join(', ')
  return words ? `${words[0]?.toUpperCase()}${words.slice(1)}` : null
}

/** Shown in place of a plan; null where Foyer knows none: in every row, that would only be noise. */
export function noPlanText({ kind }: { kind: 'scheduled' | 'instant' | 'room' }): string | null {
  if (kind === 'instant') return 'Not planned'
  return kind === 'room' ? 'In a room, any time' : null
}

/** To the nearest minute, because `formatDuration` alone would round up. */
function lengthText(ms: number): string {
  return formatDuration(Math.round(Math.abs(ms) / 60_000) * 60_000)
}
