'use client'

import { useQuery } from '@tanstack/react-query'
import { minutesText } from '#components/history/parts/figures.ts'
import { momentOf } from '#components/meetings/list/moment.ts'
import { PageLink } from '#components/shell/page-link.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { sessionQuery } from '#lib/history/queries.ts'
import type { Session } from '#lib/history/schema.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { formatTime, zoneLabel } from '#lib/time/format.ts'

/** What GoTo has not told by then it may never tell. */
const promisedMs = 2 * 3_600_000

type WhatCameOfItProps = { meeting: MeetingDetail; now: Date; zone: string }

/** From End to the report: waiting for GoTo, waiting for the attendees, who came. */
export function WhatCameOfIt({ meeting, now, zone }: WhatCameOfItProps) {
  const { kind } = momentOf(meeting, now)
  const newest = meeting.sessions[0]
  if (kind === 'ending' && meeting.can.start)
    return (
      <div role="status">
        <Banner tone="soon">
          Ending: waiting for GoTo to say that it is over. Press End in the tab of your host session; closing that tab
          alone does not end the meeting.
        </Banner>
      </div>
    )
  if (kind !== 'ended') return null
  // Before today's run is captured, the newest session that is known is an earlier one of the same meeting ID.
  if (meeting.state === 'captured' && newest?.hasAttendees) return <WhoCame sessionId={newest.id} zone={zone} />
  if (!meeting.can.attendees) return null
  const isLate = meeting.stateSince !== null && now.getTime() - Date.parse(meeting.stateSince) > promisedMs
  if (isLate)
    return (
      <div role="status">
        <Banner tone="attention">
          Over. GoTo has not told who came, though it usually does within some minutes. If it still does, the report
          stands in History.
        </Banner>
      </div>
    )
  return (
    <div role="status">
      <Banner tone="soon">
        Over. Attendees are being fetched; GoTo needs a few minutes. They appear here by themselves.
      </Banner>
    </div>
  )
}

function WhoCame({ sessionId, zone }: { sessionId: string; zone: string }) {
  const query = useQuery(sessionQuery(sessionId))
  return (
    <section aria-labelledby="came">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="came" className="font-semibold text-16">
          Who came
          {query.data ? (
            <span className="figures font-normal text-14 text-faint"> {peopleText(query.data)}</span>
          ) : null}
        </h2>
        <PageLink
          href={`/history/${sessionId}`}
          className="py-1 font-medium text-14 text-accent-ink underline underline-offset-2"
        >
          Full report
        </PageLink>
      </div>
      {query.data ? <ShortReport session={query.data} zone={zone} /> : null}
      {query.isPending ? <Skeleton className="mt-2 h-36 rounded-xl" /> : null}
      {query.error && !query.data ? <p className="mt-2 text-body text-soft">{query.error.message}</p> : null}
    </section>
  )
}

function ShortReport({ session, zone }: { session: Session; zone: string }) {
  return (
    <div className="mt-2 overflow-x-auto rounded-xl border border-line bg-raised shadow-low">
      <table className="w-full text-14">
        <thead className="text-left text-12 text-faint">
          <tr className="border-line border-b">
            <th className="px-4 py-2 font-medium">Name</th>
            <th className="px-2 py-2 text-right font-medium">Joined ({zoneLabel(session.startedAt, zone)})</th>
            <th className="px-2 py-2 text-right font-medium">Left</th>
            <th className="py-2 pr-4 pl-2 text-right font-medium">Min</th>
          </tr>
        </thead>
        <tbody className="figures divide-y divide-line">
          {session.attendees.map((attendee) => (
            <tr key={attendee.key}>
              <th scope="row" className="px-4 py-2.5 text-left font-normal text-ink [overflow-wrap:anywhere]">
                {attendee.name}
              </th>
              <td className="px-2 py-2.5 text-right text-soft">{formatTime(attendee.firstJoin, zone)}</td>
              <td className="px-2 py-2.5 text-right text-soft">{formatTime(attendee.lastLeave, zone)}</td>
              <td className="py-2.5 pr-4 pl-2 text-right text-soft">{minutesText(attendee.minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function peopleText({ attendees, minutes }: Session): string {
  return `${attendees.length} ${attendees.length === 1 ? 'person' : 'people'}, ${minutes} min`
}
