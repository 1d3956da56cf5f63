'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useListPlace } from '#components/shell/list-place.ts'
import { NothingYet } from '#components/shell/nothing-yet.tsx'
import { ShowMore } from '#components/shell/show-more.tsx'
import { useAnnouncedCount } from '#components/shell/use-announced-count.ts'
import { useIsMeKnown, useMe } from '#components/shell/use-me.ts'
import { useTrouble } from '#components/shell/use-trouble.ts'
import { cx } from '#components/ui/cx.ts'
import { pastSessionsQuery } from '#lib/history/queries.ts'
import type { HistoryFilter, PastSession } from '#lib/history/schema.ts'
import { Coverage } from './coverage.tsx'
import { groupSessions } from './group-sessions.ts'
import { HistorySkeleton } from './history-skeleton.tsx'
import { NoAnswer } from './no-answer.tsx'
import { Nothing } from './nothing.tsx'
import type { Scope } from './scope.ts'
import { sessionRowId } from './session-row.tsx'
import { SessionSection } from './session-section.tsx'

type SessionListProps = { filter: HistoryFilter; scope: Scope | null; now: Date | null; zone: string }

/** Past sessions by local day, the newest first. */
export function SessionList({ filter, scope, now, zone }: SessionListProps) {
  const query = useInfiniteQuery(pastSessionsQuery(filter))
  const me = useMe()
  const isMeKnown = useIsMeKnown()
  const { trouble, tryAgain } = useTrouble(query)
  const pages = query.data?.pages
  const items = pages?.flatMap((page) => page.items) ?? []
  useAnnouncedCount(query.isPlaceholderData || !pages ? null : items.length, query.hasNextPage, 'session')
  useListPlace(now !== null && !query.isPending)

  if (!now || (query.isPending && !trouble) || !isMeKnown) return <HistorySkeleton />
  const first = pages?.[0]
  if (!first) return <NoAnswer error={trouble} onRetry={tryAgain} />
  const isMine = items.every(({ organizer }) => organizer.personId === me?.personId)
  return (
    <div
      aria-busy={query.isPlaceholderData}
      className={cx('transition-opacity duration-100', query.isPlaceholderData && 'opacity-60')}
    >
      <Coverage
        page={first}
        isEmpty={items.length === 0 && !query.hasNextPage}
        error={query.error}
        now={now}
        zone={zone}
      />
      {items.length > 0 ? null : query.hasNextPage && !first.coverage.isReading ? (
        <NothingYet />
      ) : (
        <Nothing filter={filter} scope={scope} page={first} zone={zone} />
      )}
      {groupSessions(items, now, zone).map((day) => (
        // My own list needn't name the organizer on every row.
        <SessionSection key={day.key} day={day} hasOrganizers={!isMine} zone={zone} />
      ))}
      {items.length === 0 && first.coverage.isReading ? null : <ShowMore query={query} rowIds={rowIds} />}
    </div>
  )
}

function rowIds(pages: { items: PastSession[] }[]): string[] {
  return pages.flatMap(({ items }) => items.map(({ id }) => sessionRowId(id)))
}
