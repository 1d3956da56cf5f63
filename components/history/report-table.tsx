'use client'

import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import { cx } from '#components/ui/cx.ts'
import type { Session } from '#lib/history/schema.ts'
import { minutesWords, zoneText } from './figures.ts'
import { ReportRow } from './report-row.tsx'
import { nextSort, type Row, type Sort, type SortKey } from './sort.ts'
import { TableHead } from './table-head.tsx'

type ReportTableProps = {
  session: Session
  rows: Row[]
  sort: Sort
  onSort: (sort: Sort) => void
  active: string | null
  onActive: (key: string | null) => void
  zone: string
}

const columns: { by: SortKey; text: string; isNumber?: true; className?: string }[] = [
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
            {columns.map(({ by, text, isNumber, className }) => (
              <TableHead
                key={by}
                isNumber={isNumber ?? false}
                sort={sort.by !== by ? 'none' : sort.isDescending ? 'descending' : 'ascending'}
                {...(className ? { className } : {})}
              >
                <button
                  type="button"
                  onClick={() => onSort(nextSort(sort, by))}
                  className={cx(
                    isNumber && 'flex-row-reverse',
                    'group/sort -mx-1.5 inline-flex h-7 items-center gap-1 rounded-md px-1.5 hover:bg-hover hover:text-ink',
                    sort.by === by && 'text-ink',
                  )}
                >
                  {text}
                  <Arrow direction={sort.by !== by ? null : sort.isDescending ? 'down' : 'up'} />
                </button>
              </TableHead>
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

function Arrow({ direction }: { direction: 'up' | 'down' | null }) {
  const Icon = direction === null ? ChevronsUpDown : direction === 'up' ? ArrowUp : ArrowDown
  return (
    <Icon
      aria-hidden="true"
      size={12}
      className={cx(
        'print:hidden',
        direction === null && 'opacity-0 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100',
      )}
    />
  )
}
