'use client'

import { useState } from 'react'
import { minutesText, zoneText } from '#components/history/parts/figures.ts'
import { SortedTable } from '#components/ui/sorted-table.tsx'
import { TableHead } from '#components/ui/table-head.tsx'
import type { Session } from '#lib/history/schema.ts'
import { ReportRow } from './report-row.tsx'
import { heads } from './shown-columns.ts'
import { type ReportSort, type Row, reportSorting } from './sort.ts'

type ReportTableProps = {
  session: Session
  rows: Row[]
  sort: ReportSort
  onSort: (sort: ReportSort) => void
  active: string | null
  onActive: (key: string | null) => void
  zone: string
}

/** One row per person. Narrow: role and times stand under the name. */
export function ReportTable({ session, rows, sort, onSort, active, onActive, zone }: ReportTableProps) {
  const [open, setOpen] = useState<readonly string[]>([])

  function toggle(key: string): void {
    setOpen(open.includes(key) ? open.filter((known) => known !== key) : [...open, key])
  }

  return (
    <div className="mt-6 print:mt-4">
      <SortedTable
        caption={`Times in ${zoneText(session.startedAt, session.endedAt, zone)}. ${session.minutes === null ? '' : `Share of the ${minutesText(session.minutes)}-minute meeting.`}`}
        columns={heads}
        sort={sort}
        onPress={(by) => onSort(reportSorting.next(sort, by))}
        heads={<TableHead isNumber>Stays</TableHead>}
      >
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
      </SortedTable>
    </div>
  )
}
