import { apart } from '#lib/apart.ts'
import { formatMeetingId } from '#lib/meeting-id.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { formatTimeRange, zoneLabels } from '#lib/time/format.ts'
import { dayTitle } from '#lib/time/from-now.ts'

/** Which meeting this is. */
export function MeetingFacts({ meeting, now, zone }: { meeting: Meeting; now: Date | null; zone: string }) {
  const { startsAt, endsAt } = meeting
  return (
    <section aria-label="Meeting" className="mt-6 rounded-xl border border-line bg-raised p-4 shadow-low">
      <h2 className="font-semibold text-16 [overflow-wrap:anywhere]">
        <bdi>{meeting.subject}</bdi>
      </h2>
      <p className="mt-1 text-14 text-soft">
        {startsAt && endsAt && now ? (
          <time dateTime={startsAt}>
            {dayTitle(startsAt, now, zone).split(' · ')[0]}, {formatTimeRange(startsAt, endsAt, zone)}{' '}
            {zoneLabels(startsAt, endsAt, zone)}
          </time>
        ) : (
          'Room, open at any time'
        )}
      </p>
      <p className="figures mt-1 text-14 text-soft">
        {apart(meeting.organizer.name)} · {formatMeetingId(meeting.gotoMeetingId)}
      </p>
    </section>
  )
}
