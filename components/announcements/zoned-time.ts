import { dayKey, formatTime } from '#lib/time.ts'

/** An instant as a `datetime-local` field of that zone holds it: `2026-11-24T10:00`; empty for none. */
export function toZonedText(instant: string | null, zone: string): string {
  return instant === null ? '' : `${dayKey(instant, zone)}T${formatTime(instant, zone)}`
}

/** The instant that such a field means in that zone; null for an empty one. A time the clocks skip moves forward. */
export function fromZonedText(text: string, zone: string): string | null {
  const asUtc = Date.parse(`${text}Z`)
  if (Number.isNaN(asUtc)) return null
  const guess = asUtc - offsetMs(asUtc, zone)
  return new Date(asUtc - offsetMs(guess, zone)).toISOString()
}

function offsetMs(instant: number, zone: string): number {
  const minute = Math.floor(instant / 60_000) * 60_000
  return Date.parse(`${toZonedText(new Date(minute).toISOString(), zone)}Z`) - minute
}
