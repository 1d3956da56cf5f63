import { apart } from '#lib/apart.ts'
import { dayKey, formatDay, formatTime, zoneLabel } from '#lib/time/format.ts'
import { nearDay } from '#lib/time/from-now.ts'
import type { Agenda } from './group-by-day.ts'

/** `Nothing today. Next: Product training, Thursday 10:00 CET.` */
export function TodayIsFree({ agenda, now, zone }: { agenda: Agenda; now: Date; zone: string }) {
  const today = dayKey(now, zone)
  if (agenda.days.some((day) => day.key === today)) return null
  const next = agenda.days.find((day) => day.key > today)?.meetings[0]
  return (
    <section aria-label="Today" className="mt-7">
      <h2 className="flex h-7 items-center gap-2 font-semibold text-16">
        Today <span className="font-normal text-14 text-faint">{formatDay(now, zone, now)}</span>
      </h2>
      <p className="mt-2 rounded-xl border border-line border-dashed px-4 py-4 text-body text-soft">
        {nothingText(agenda)}
        {next?.startsAt
          ? ` Next: ${apart(next.subject)}, ${nearDay(next.startsAt, now, zone)} ${formatTime(next.startsAt, zone)} ${zoneLabel(next.startsAt, zone)}.`
          : ''}
      </p>
    </section>
  )
}

function nothingText({ mine, now }: Agenda): string {
  if (now.length > 0) return 'Nothing more today.'
  return mine.length > 0 ? 'Nothing else today.' : 'Nothing today.'
}
