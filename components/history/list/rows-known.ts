import { useInfiniteQuery } from '@tanstack/react-query'
import { pastSessionsQuery } from '#lib/history/queries.ts'
import { attendanceQuery } from '#lib/history/report-queries.ts'
import type { HistoryCoverage, HistoryFilter } from '#lib/history/schema.ts'
import { ofOrganizers } from '#lib/history/sentences.ts'
import { peopleRows } from './people-rows.ts'

type Known = {
  /** How many rows the list has on all its pages; null: more may follow. */
  rows: () => number | null
  /** Why it can't be had as a file yet: the server refuses to write one that would look complete. */
  waiting: string | null
}

/** What is known of a list, as it changes. The list itself fetches it. */
export function useKnown(list: 'history' | 'attendance', filter: HistoryFilter): Known {
  const sessions = useInfiniteQuery({ ...pastSessionsQuery(filter), enabled: false }).data?.pages ?? []
  const people = useInfiniteQuery({ ...attendanceQuery(filter), enabled: false }).data?.pages ?? []
  if (list === 'attendance')
    return { rows: () => (isWhole(people) ? peopleRows(people).length : null), waiting: waitingOf(people) }
  const count = () => sessions.reduce((sum, { items }) => sum + items.length, 0)
  return { rows: () => (isWhole(sessions) ? count() : null), waiting: waitingOf(sessions) }
}

type Page = { nextCursor: string | null; coverage: HistoryCoverage }

function isWhole(pages: readonly Page[]): boolean {
  return pages.at(-1)?.nextCursor === null && pages.every(({ coverage }) => !coverage.isReading)
}

/** By the first page, the only one that is asked for again while GoTo is being read. */
function waitingOf([first]: readonly Page[]): string | null {
  if (!first?.coverage.isReading) return null
  const { organizers, read } = first.coverage
  return `Ready when everything is read${read < organizers && organizers > 1 ? `: ${read} of ${ofOrganizers(organizers)}` : ''}`
}
