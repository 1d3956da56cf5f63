'use client'

import { useState } from 'react'
import { minutesWords, zoneText } from '#components/history/parts/figures.ts'
import { type SortColumn, SortHead } from '#components/ui/sort-head.tsx'
import { TableHead } from '#components/ui/table-head.tsx'
import type { Session } from '#lib/history/schema.ts'
import { ReportRow } from './report-row.tsx'
import { type ReportSort, type Row, reportSorting, type SortKey } from './sort.ts'

type ReportTableProps = {
  session: Session
  rows: Row[]
  sort: ReportSort
  onSort: (sort: ReportSort) => void
  active: string | null
  onActive: (key: string | null) => void
  zone: string
}

const columns: SortColumn<SortKey>[] = [
  { by: 'name', text: 'Name' },
  { by: 'role', text: 'Role', className: 'max-sm:hidden' },
  { by: 'firstJoin', text: 'First join', className: 'max-sm:hidden' },
  { by: 'lastLeave', text: 'Last leave', className: 'max-sm:hidden' },
  { by: 'minutes', text: 'Minutes', isNumber: true },
  { by: 'share', text: 'Share', isNumber: true, className: 'max-sm:hidden' },
]

/** One row per person. Narrow: role and times stand under the name. */
export function ReportTable({ session, rows, sort, onSort, active, onActive, zone }: ReportTableProps) {
  const [open, setOpen] = useState<readonly string[]>([])

  function toggle(key: string): void {
    setOpen(open.includes(key) ? open.filter((known) => known !== key) : [...open, key])
  }

  return (
    <div className="mt-6 overflow-x-auto rounded-xl border border-line bg-raised shadow-low print:mt-4 print:overflow-visible print:rounded-none print:border-0 print:shadow-none">
      <table className="w-full border-collapse text-14">
        <caption className="px-4 py-3 text-left text-12 text-faint print:px-0">
          Times in {zoneText(session.startedAt, session.endedAt, zone)}. Share of the {minutesWords(session.minutes)} it
          took.
        </caption>
        <thead>
          <tr className="border-line border-b text-left text-12 text-faint">
            {columns.map((column) => (
              <SortHead
                key={column.by}
                column={column}
                sort={sort}
                onPress={() => onSort(reportSorting.next(sort, column.by))}
              />
            ))}
            <TableHead isNumber>Stays</TableHead>
          </tr>
        </thead>
        {rows.map((row) => (
          <ReportRow
            key={row.key}
            row={row}
            base={session.startedAt}
            zone={zone}
            isActive={row.key === active}
            isOpen={open.includes(row.key)}
            onActive={onActive}
            onToggle={() => toggle(row.key)}
          />
        ))}
      </table>
    </div>
  )
}
