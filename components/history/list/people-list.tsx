'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { headOf } from '#components/history/parts/value.tsx'
import { changeAddress, useAddress } from '#components/shell/address.ts'
import type { SortColumn } from '#components/ui/sort-head.tsx'
import { SortedTable } from '#components/ui/sorted-table.tsx'
import { personColumns } from '#lib/history/columns.ts'
import { attendanceQuery } from '#lib/history/report-queries.ts'
import { zoneLabel } from '#lib/time/format.ts'
import { PastList, type PastListProps } from './past-list.tsx'
import { PeopleRow } from './people-row.tsx'
import { type PersonRow, peopleRows } from './people-rows.ts'
import { type PeopleSortKey, peopleSorting, sortPeople } from './people-sort.ts'

/** Who came to what: one line per person and session, the newest first. */
export function PeopleList(props: PastListProps) {
  const { filter, zone } = props
  const query = useInfiniteQuery(attendanceQuery(filter))
  const rows = peopleRows(query.data?.pages ?? [])
  return (
    <PastList {...props} query={query} count={rows.length} noun="line" rowIds={idsOf}>
      {() => <PeopleTable rows={rows} isWhole={!query.hasNextPage} zone={zone} />}
    </PastList>
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
