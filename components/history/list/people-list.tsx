'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { headOf, SortedTable } from '#components/history/parts/sorted-table.tsx'
import { changeAddress, useAddress } from '#components/shell/address.ts'
import { useListPlace } from '#components/shell/list-place.ts'
import { NothingYet } from '#components/shell/nothing-yet.tsx'
import { ShowMore } from '#components/shell/show-more.tsx'
import { useAnnouncedCount } from '#components/shell/use-announced-count.ts'
import { useIsMeKnown } from '#components/shell/use-me.ts'
import { useTrouble } from '#components/shell/use-trouble.ts'
import { cx } from '#components/ui/cx.ts'
import type { SortColumn } from '#components/ui/sort-head.tsx'
import { personColumns } from '#lib/history/columns.ts'
import { attendanceQuery } from '#lib/history/report-queries.ts'
import type { HistoryFilter } from '#lib/history/schema.ts'
import { zoneLabel } from '#lib/time/format.ts'
import { Coverage } from './coverage.tsx'
import { HistorySkeleton } from './history-skeleton.tsx'
import { NoAnswer } from './no-answer.tsx'
import { Nothing } from './nothing.tsx'
import { PeopleRow } from './people-row.tsx'
import { type PersonRow, peopleRows } from './people-rows.ts'
import { type PeopleSortKey, peopleSorting, sortPeople } from './people-sort.ts'
import type { Scope } from './scope.ts'

type PeopleListProps = { filter: HistoryFilter; scope: Scope | null; now: Date | null; zone: string }

/** Who came to what: one line per person and session, the newest first. */
export function PeopleList({ filter, scope, now, zone }: PeopleListProps) {
  const query = useInfiniteQuery(attendanceQuery(filter))
  const isMeKnown = useIsMeKnown()
  const { trouble, tryAgain } = useTrouble(query)
  const pages = query.data?.pages
  const rows = peopleRows(pages ?? [])
  useAnnouncedCount(query.isPlaceholderData || !pages ? null : rows.length, query.hasNextPage, 'line')
  useListPlace(now !== null && !query.isPending)

  if (!now || (query.isPending && !trouble) || !isMeKnown) return <HistorySkeleton />
  const first = pages?.[0]
  if (!first) return <NoAnswer error={trouble} onRetry={tryAgain} />
  return (
    <div
      aria-busy={query.isPlaceholderData}
      className={cx('transition-opacity duration-100', query.isPlaceholderData && 'opacity-60')}
    >
      <Coverage
        page={first}
        isEmpty={rows.length === 0 && !query.hasNextPage}
        error={query.error}
        now={now}
        zone={zone}
      />
      {rows.length === 0 && query.hasNextPage && !first.coverage.isReading ? (
        <NothingYet />
      ) : rows.length === 0 ? (
        <Nothing filter={filter} scope={scope} page={first} zone={zone} />
      ) : (
        <PeopleTable rows={rows} isWhole={!query.hasNextPage} zone={zone} />
      )}
      {rows.length === 0 && first.coverage.isReading ? null : <ShowMore query={query} rowIds={idsOf} />}
    </div>
  )
}

function idsOf(pages: Parameters<typeof peopleRows>[0]): string[] {
  return peopleRows(pages).map(({ id }) => id)
}

const { name, firstJoin, lastLeave, minutes, share } = personColumns
const columns: SortColumn<PeopleSortKey>[] = [
  { ...headOf(name, 'max-md:w-full md:w-64'), text: 'Person' },
  { by: 'session', text: 'Session', className: 'max-md:hidden' },
  headOf(firstJoin, 'max-md:hidden'),
  headOf(lastLeave, 'max-md:hidden'),
  headOf(minutes),
  headOf(share),
]

function PeopleTable({ rows, isWhole, zone }: { rows: PersonRow[]; isWhole: boolean; zone: string }) {
  const sort = peopleSorting.read(useAddress().get('sort'))
  const labels = [
    ...new Set(
      rows
        .flatMap(({ item }) => [item.firstJoin ?? item.startedAt, item.lastLeave ?? item.startedAt])
        .map((at) => zoneLabel(at, zone)),
    ),
  ]
  return (
    <div className="mt-5">
      <SortedTable
        caption={`Times in ${labels.join(' and ')}${isWhole || peopleSorting.write(sort) === null ? '' : `. Sorted among the ${rows.length} lines shown so far.`}`}
        columns={columns}
        sort={sort}
        onPress={(by) => changeAddress({ sort: peopleSorting.write(peopleSorting.next(sort, by)) }, 'replace')}
      >
        <tbody className="divide-y divide-line">
          {sortPeople(rows, sort).map((row) => (
            <PeopleRow key={row.id} row={row} zone={zone} />
          ))}
        </tbody>
      </SortedTable>
    </div>
  )
}
