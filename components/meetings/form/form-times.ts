import type { ConflictQuery } from '#lib/meetings/schema.ts'
import { instantsOf } from '#lib/time/local.ts'
import type { FormValues, LocalTime } from './form-values.ts'

/** The instants the form means; null for none. */
export type FormTimes = { startsAt: string | null; endsAt: string | null }

/** When the meeting starts and ends according to the form. Instant meetings and rooms have no times. */
export function timesIn({ kind, start, end, minutes, zone }: FormValues): FormTimes {
  if (kind !== 'scheduled') return { startsAt: null, endsAt: null }
  const startsAt = instantOf(start, zone)
  if (minutes === null) return { startsAt, endsAt: instantOf(end, zone) }
  return { startsAt, endsAt: startsAt && new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() }
}

/** What to ask about other meetings at that time, `except` this one; null: there is no time to ask about. */
export function conflictQueryOf(values: FormValues, except: string | null): ConflictQuery | null {
  const { startsAt, endsAt } = timesIn(values)
  if (!startsAt || !endsAt || endsAt <= startsAt) return null
  return { startsAt, endsAt, ...(except ? { except } : {}), ...(values.roomId ? { roomId: values.roomId } : {}) }
}

/** Both instants, where the clocks show a time twice; else null. */
export function bothTurns({ day, time }: LocalTime, zone: string): [string, string] | null {
  const [first, second] = instantsOf(day, time, zone)
  return first && second ? [first, second] : null
}

function instantOf({ day, time, turn }: LocalTime, zone: string): string | null {
  const [first, second] = instantsOf(day, time, zone)
  return (turn === 'second' ? second : undefined) ?? first ?? null
}
