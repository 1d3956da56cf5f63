import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useListPlace } from '#components/shell/list-place.ts'
import { NothingYet } from '#components/shell/nothing-yet.tsx'
import { ShowMore } from '#components/shell/show-more.tsx'
import { useAnnouncedCount } from '#components/shell/use-announced-count.ts'
import { useIsMeKnown } from '#components/shell/use-me.ts'
import { useTrouble } from '#components/shell/use-trouble.ts'
import { cx } from '#components/ui/cx.ts'
import type { HistoryFilter, SessionList } from '#lib/history/schema.ts'
import { Coverage } from './coverage.tsx'
import { HistorySkeleton } from './history-skeleton.tsx'
import { NoAnswer } from './no-answer.tsx'
import { Nothing } from './nothing.tsx'
import type { Scope } from './scope.ts'

/** What a list of the past shows, whatever its rows are. */
export type PastListProps = { filter: HistoryFilter; scope: Scope | null; now: Date | null; zone: string }

type Read = Pick<SessionList, 'asOf' | 'coverage'>
type RowsProps<P> = PastListProps & {
  query: UseInfiniteQueryResult<InfiniteData<P>>
  /** How many rows there are, and what one is called. */
  count: number
  noun: string
  rowIds: (pages: P[]) => string[]
  /** The rows, if there are any. */
  children: (now: Date) => ReactNode
}

/** A list of the past around its rows: while it loads, without an answer, partly read, empty, and with more to show. */
export function PastList<P extends Read>({
  query,
  count,
  noun,
  rowIds,
  filter,
  scope,
  now,
  zone,
  children,
}: RowsProps<P>) {
  const isMeKnown = useIsMeKnown()
  const { trouble, tryAgain } = useTrouble(query)
  const { isPlaceholderData, hasNextPage } = query
  useAnnouncedCount(isPlaceholderData || !query.data ? null : count, hasNextPage, noun)
  useListPlace(now !== null && !query.isPending)

  if (!now || (query.isPending && !trouble) || !isMeKnown) return <HistorySkeleton />
  const first = query.data?.pages[0]
  if (!first) return <NoAnswer error={trouble} onRetry={tryAgain} />
  const isEmpty = count === 0
  return (
    <div
      aria-busy={isPlaceholderData}
      className={cx('transition-opacity duration-100', isPlaceholderData && 'opacity-60')}
    >
      <Coverage page={first} isEmpty={isEmpty && !hasNextPage} error={query.error} now={now} zone={zone} />
      {!isEmpty ? (
        children(now)
      ) : hasNextPage && !first.coverage.isReading ? (
        <NothingYet />
      ) : (
        <Nothing filter={filter} scope={scope} page={first} zone={zone} />
      )}
      {isEmpty && first.coverage.isReading ? null : <ShowMore query={query} rowIds={rowIds} />}
    </div>
  )
}
