import { invalid } from '#lib/db/list-filter.ts'
import type { MeetingKind } from '#lib/meetings/schema.ts'
import { timeSentences } from '#lib/time/sentences.ts'

export type DraftTimes = { kind: MeetingKind; startsAt: string | null; endsAt: string | null }
export type Span = { startsAt: Date; endsAt: Date }
export type PlannedTimes = {
  /** What GoTo gets; it wants times for every meeting, even a room (goto-api.md 9.3). */
  goto: Span
  /** What the list shows; null for a room, which has no date. */
  listed: Span | null
}

const usualLengthMs = 3_600_000

/**
 * When a meeting takes place. A scheduled one must start and end after `now`, as GoTo wants it (goto-api.md 9.3), unless its times are those of `before`:
 * editing the agenda of a meeting that overran does not take new times. An instant meeting keeps its times.
 * @throws AppError `invalid` for a start or an end in the past
 */
export function planTimes(draft: DraftTimes, now: Date, before: Span | null = null): PlannedTimes {
  if (draft.kind === 'instant' && before) return { goto: before, listed: before }
  if (draft.kind !== 'scheduled' || draft.startsAt === null || draft.endsAt === null) return timesFromNow(draft, now)
  const [startsAt, endsAt] = [wholeSecond(draft.startsAt), wholeSecond(draft.endsAt)]
  if (isMoved(before?.startsAt, startsAt) && startsAt <= now) throw invalid('startsAt', timeSentences.startIsPast)
  if (isMoved(before?.endsAt, endsAt) && endsAt <= now) throw invalid('endsAt', timeSentences.endIsPast)
  return { goto: { startsAt, endsAt }, listed: { startsAt, endsAt } }
}

function isMoved(before: Date | undefined, to: Date): boolean {
  return before?.getTime() !== to.getTime()
}

/** Now, for an hour unless an end is given; a room gets the same, where it means nothing. */
function timesFromNow({ kind, startsAt, endsAt }: DraftTimes, now: Date): PlannedTimes {
  const start = wholeSecond(startsAt !== null && new Date(startsAt) > now ? startsAt : now.toISOString())
  const given = endsAt === null ? null : wholeSecond(endsAt)
  const end = given && given > start ? given : new Date(start.getTime() + usualLengthMs)
  const times = { startsAt: start, endsAt: end }
  return { goto: times, listed: kind === 'room' ? null : times }
}

/** GoTo's times have no fractions: times compared with them later must have none either. */
function wholeSecond(instant: string): Date {
  return new Date(Math.floor(Date.parse(instant) / 1000) * 1000)
}
