'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { peopleText } from '#components/history/parts/people-text.ts'
import { PageLink } from '#components/shell/page-link.tsx'
import { buttonStyle } from '#components/ui/button-style.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { pastSessionsQuery } from '#lib/history/queries.ts'
import type { PastSession } from '#lib/history/schema.ts'
import { formatTimeRange, zoneLabels } from '#lib/time/format.ts'
import { dayTitle } from '#lib/time/from-now.ts'

/** My latest past session, its report one press away. */
export function LastMeeting({ now, zone }: { now: Date; zone: string }) {
  const { data, error } = useInfiniteQuery(pastSessionsQuery({ limit: 1 }))
  const page = data?.pages[0]
  const last = page?.items[0]
  return (
    <div className="flex h-full items-center gap-x-3 rounded-xl border border-line bg-raised px-4 text-14 shadow-low">
      <Icon name="history" size={16} className="shrink-0 text-faint" />
      {last ? <Session session={last} now={now} zone={zone} /> : null}
      {!last && !page && !error ? <Skeleton className="h-4 w-64 max-w-full" /> : null}
      {!last && page ? (
        <p className="text-soft">
          {page.coverage.isReading
            ? 'Reading your past meetings from GoTo …'
            : page.coverage.read < page.coverage.organizers
              ? 'GoTo’s history hasn’t been read completely yet.'
              : 'You haven’t organized a meeting in the last 30 days.'}
        </p>
      ) : null}
      {!last && !page && error ? <p className="line-clamp-2 text-soft">{error.message}</p> : null}
    </div>
  )
}

function Session({ session, now, zone }: { session: PastSession; now: Date; zone: string }) {
  const { id, subject, sitting } = session
  const { startedAt, endedAt, people, fewestPeople } = session.whole ?? session
  return (
    <>
      <div className="flex min-w-0 flex-1 flex-col gap-x-3 sm:flex-row sm:items-baseline">
        <p className="flex min-w-0 gap-x-3 max-sm:flex-col">
          <span className="shrink-0 text-faint max-sm:text-12 max-sm:leading-4">Last meeting</span>
          <span dir="auto" className="truncate text-left font-medium" title={subject}>
            {subject}
          </span>
        </p>
        <p className="figures truncate text-soft max-sm:text-12 max-sm:leading-4">
          {dayText(startedAt, now, zone)}, {formatTimeRange(startedAt, endedAt, zone)}{' '}
          <span className="text-12 text-faint">{zoneLabels(startedAt, endedAt, zone)}</span>
          <span className="max-sm:hidden">
            {sitting ? ` · ${sitting.of} sittings` : ''}
            {people === null ? '' : ` · ${peopleText({ people, fewestPeople })}`}
          </span>
        </p>
      </div>
      <PageLink
        href={`/history/${id}${session.whole ? '?sittings=all' : ''}`}
        aria-label={`Report: ${subject}`}
        className={buttonStyle('plain', 'small')}
      >
        Report
      </PageLink>
    </>
  )
}

/** `Today`, `Yesterday`, else the day. */
function dayText(instant: string, now: Date, zone: string): string {
  const [day = ''] = dayTitle(instant, now, zone).split(' · ')
  return day
}
