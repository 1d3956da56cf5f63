import { PageLink } from '#components/shell/page-link.tsx'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { dayKey, formatDay, formatTimeRange, zoneLabels } from '#lib/time/format.ts'

type PastSessionsProps = { sessions: MeetingDetail['sessions']; now: Date; zone: string }

/** The times it has taken place, newest first, each a way to its report. */
export function PastSessions({ sessions, now, zone }: PastSessionsProps) {
  if (sessions.length === 0) return null
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" className="font-semibold text-16">
        Past sessions
      </h2>
      <ul className="mt-2 divide-y divide-line overflow-clip rounded-xl border border-line bg-raised shadow-low">
        {sessions.map(({ id, startedAt, endedAt, hasAttendees }) => (
          <li key={id}>
            <PageLink href={`/history/${id}`} className="block px-4 py-2.5 text-14 -outline-offset-2 hover:bg-hover">
              <span className="block font-medium">
                {dayKey(startedAt, zone) === dayKey(now, zone) ? 'Today' : formatDay(startedAt, zone, now)}
              </span>
              <span className="figures block text-12 text-faint">
                {formatTimeRange(startedAt, endedAt, zone)} {zoneLabels(startedAt, endedAt, zone)}
                {hasAttendees ? ' · attendance available' : ''}
              </span>
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
