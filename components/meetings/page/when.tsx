import { apart } from '#lib/apart.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { dayKey, formatDateTime, formatTimeRange, zoneLabels } from '#lib/time/format.ts'
import { dayTitle } from '#lib/time/from-now.ts'
import { offsetMs } from '#lib/time/zone.ts'
import { zoneName } from '#lib/time/zone-names.ts'

/** When, on the clock of whoever looks. */
export function When({ meeting, now, zone }: { meeting: MeetingDetail; now: Date; zone: string }) {
  const { startsAt, endsAt } = meeting
  if (!startsAt || !endsAt) return <p className="mt-1.5 text-16 text-soft">A room: open at any time</p>
  const there = thereText(meeting, startsAt, endsAt, zone)
  return (
    <p className="mt-1.5 text-16 text-soft">
      {dayTitle(startsAt, now, zone)} ·{' '}
      <time dateTime={startsAt} className="whitespace-nowrap text-ink">
        {formatTimeRange(startsAt, endsAt, zone)}
      </time>{' '}
      {zoneLabels(startsAt, endsAt, zone)}
      {there ? <span className="figures block text-14 text-faint">{there}</span> : null}
    </p>
  )
}

/**
 * The organizer's clock, where it shows another time than the reader's: names of the same clock, like Asia/Calcutta and
 * Asia/Kolkata, are no reason to say so. What was planned at GoTo was planned in a zone that nobody knows.
 */
function thereText(meeting: MeetingDetail, startsAt: string, endsAt: string, here: string): string {
  const { zone: there, organizer, origin } = meeting
  if (!there || origin !== 'foyer' || [startsAt, endsAt].every((at) => isSameClock(at, there, here))) return ''
  const label = zoneLabels(startsAt, endsAt, there)
  const isSameDay = dayKey(startsAt, there) === dayKey(startsAt, here)
  const time = isSameDay ? `${formatTimeRange(startsAt, endsAt, there)} ${label}` : formatDateTime(startsAt, there)
  return `Scheduled by ${apart(organizer.name)} for ${time}${label === there ? '' : ` (${zoneName(there)})`}`
}

function isSameClock(instant: string, a: string, b: string): boolean {
  const at = new Date(instant)
  return offsetMs(at, a) === offsetMs(at, b)
}
