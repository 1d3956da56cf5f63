import { dayKey, timeKey } from './format.ts'
import { instantsOf, wrongTime } from './local.ts'

/** An instant as the text of a `datetime-local` field in that zone: `2026-11-24T10:00`; empty for none. */
export function toZonedText(instant: string | null, zone: string): string {
  return instant === null ? '' : `${dayKey(instant, zone)}T${timeKey(instant, zone)}`
}

/**
 * The instant such a field stands for in that zone, the first where the clocks show it twice; null for an empty one and
 * for a time they skip. `before`: the instant it first showed; left alone, it stays exactly that.
 */
export function fromZonedText(text: string, zone: string, before: string | null = null): string | null {
  if (before !== null && text === toZonedText(before, zone)) return before
  const { day, time } = partsOf(text)
  return instantsOf(day, time, zone)[0] ?? null
}

/** What is wrong with such a field, as a sentence; null: nothing. It may be empty. */
export function wrongZonedText(text: string, zone: string): string | null {
  return text === '' ? null : wrongTime(partsOf(text), zone)
}

/** Its day and its time, each empty while it is missing. */
export function partsOf(text: string): { day: string; time: string } {
  const [day = '', time = ''] = text.split('T')
  return { day, time }
}
