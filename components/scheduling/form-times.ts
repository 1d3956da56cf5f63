import { formatDay } from '#lib/time.ts'
import type { FormValues, LocalTime } from './form-values.ts'
import { instantsOf, skippedBy } from './local-instant.ts'

/** Instants that the form means; null where it means none. */
export type FormTimes = { startsAt: string | null; endsAt: string | null }

/** When the meeting begins and ends as the form stands. An instant meeting and a room have no times. */
export function timesIn({ kind, start, end, minutes, zone }: FormValues): FormTimes {
  if (kind !== 'scheduled') return { startsAt: null, endsAt: null }
  const startsAt = instantOf(start, zone)
  if (minutes === null) return { startsAt, endsAt: instantOf(end, zone) }
  return { startsAt, endsAt: startsAt && new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() }
}

/** What is wrong with a day and a time, as a sentence; null: nothing. */
export function wrongTime({ day, time }: LocalTime, zone: string): string | null {
  if (day === '' || time === '') return 'Give a day and a time.'
  const gap = skippedBy(day, time, zone)
  if (!gap) return null
  const onDay = formatDay(`${day}T12:00:00Z`, 'UTC')
  return `${time} does not exist on ${onDay}: the clocks go from ${gap.from} to ${gap.to}. Choose ${gap.to} or another time.`
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
