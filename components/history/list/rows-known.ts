import type { QueryClient } from '@tanstack/react-query'
import { attendanceQuery, pastSessionsQuery } from '#lib/history/queries.ts'
import type { HistoryFilter } from '#lib/history/schema.ts'
import { peopleRows } from './people-rows.ts'

/** How many rows a list has on all its pages; null: more may follow. */
export function rowsKnown(client: QueryClient, list: 'history' | 'attendance', filter: HistoryFilter): number | null {
  if (list === 'attendance') {
    const pages = client.getQueryData(attendanceQuery(filter).queryKey)?.pages ?? []
    return isWhole(pages) ? peopleRows(pages).length : null
  }
  const pages = client.getQueryData(pastSessionsQuery(filter).queryKey)?.pages ?? []
  return isWhole(pages) ? pages.reduce((sum, { items }) => sum + items.length, 0) : null
}

type Page = { nextCursor: string | null; coverage: { isReading: boolean } }

function isWhole(pages: readonly Page[]): boolean {
  return pages.at(-1)?.nextCursor === null && pages.every(({ coverage }) => !coverage.isReading)
}
