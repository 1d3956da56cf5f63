import { apart } from '#lib/apart.ts'
import { daysBetween } from '#lib/time/day.ts'
import { dayKey, formatDay, formatTime, zoneLabel } from '#lib/time/format.ts'
import { dayTitle } from '#lib/time/from-now.ts'
import type { Agenda } from './group-by-day.ts'

/** `Nothing today. Next: Product training, Thursday 10:00 CET.` */
export function TodayIsFree({ agenda, now, zone }: { agenda: Agenda; now: Date; zone: string }) {
  const today = dayKey(now, zone)
  if (agenda.days.some((day) => day.key === today)) return null
  const next = agenda.days.find((day) => day.key > today)?.meetings[0]
  const [lead, rest] = dayTitle(now.toISOString(), now, zone).split(' · ')
  return (
    <section aria-label="Today" className="mt-7">
      <h2 className="flex h-7 items-center gap-2 font-semibold text-16">
        {lead} <span className="font-normal text-14 text-faint">{rest}</span>
      </h2>
      <p className="mt-2 rounded-xl border border-line border-dashed px-4 py-4 text-body text-soft">
        {nothingText(agenda)}
        {next?.startsAt ? ` Next: ${apart(next.subject)}, ${whenText(next.startsAt, now, zone)}.` : ''}
      </p>
    </section>
  )
}

function nothingText({ mine, now }: Agenda): string {
  if (now.length > 0) return 'Nothing more today.'
  return mine.length > 0 ? 'Nothing else today.' : 'Nothing today.'
}

function whenText(startsAt: string, now: Date, zone: string): string {
  const days = daysBetween(dayKey(now, zone), dayKey(startsAt, zone))
  const day = formatDay(startsAt, zone, now)
  // Within a week the weekday says it all.
  const name = days === 1 ? 'tomorrow' : days < 7 ? day.split(' ')[0] : day
  return `${name} ${formatTime(startsAt, zone)} ${zoneLabel(startsAt, zone)}`
}
