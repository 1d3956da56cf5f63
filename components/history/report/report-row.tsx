import { useId } from 'react'
import { AttendeeMarks } from '#components/history/parts/attendee-marks.tsx'
import { typedAs } from '#components/history/parts/attendee-words.ts'
import { Deviation } from '#components/history/parts/deviation.tsx'
import { shareText, spanText } from '#components/history/parts/figures.ts'
import { Value } from '#components/history/parts/value.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { personColumns } from '#lib/history/columns.ts'
import { deviationsOf } from '#lib/history/sentences.ts'
import { type ShownColumn, shownColumns, wideOnly } from './shown-columns.ts'
import type { Row } from './sort.ts'
import { StaysRow } from './stays-row.tsx'

type ReportRowProps = {
  row: Row
  /** The start of the session: times on another day say so. */
  base: string
  zone: string
  isActive: boolean
  isOpen: boolean
  onActive: (key: string | null) => void
  onToggle: () => void
}

/** One person; pressing the button shows each of their stays. A group of rows, so that print keeps them together. */
export function ReportRow({ row, base, zone, isActive, isOpen, onActive, onToggle }: ReportRowProps) {
  const staysId = useId()
  const role = roleText(row)
  const count = row.intervals.length
  return (
    <tbody
      data-row={row.key}
      onMouseEnter={() => onActive(row.key)}
      onMouseLeave={() => onActive(null)}
      onFocus={() => onActive(row.key)}
      onBlur={() => onActive(null)}
      className={cx(
        'border-line border-b transition-colors duration-100 last:border-b-0 print:break-inside-avoid',
        isActive && 'bg-hover',
      )}
    >
      <tr className="align-top print:break-inside-avoid">
        <th scope="row" className="py-2.5 pr-3 pl-4 text-left font-normal print:pl-0">
          <Who row={row} />
          <span className="figures mt-0.5 block text-12 text-soft sm:hidden">
            {role === null ? '' : `${role} · `}
            {spanText(row.firstJoin, row.lastLeave, base, zone)}
            {deviationsOf(row).map((word) => ` · ${word}`)}
            {row.share === null ? null : (
              <>
                {' '}
                · <span className="whitespace-nowrap">{shareText(row.share)}</span>
              </>
            )}
          </span>
        </th>
        {shownColumns.slice(1).map((shown) => (
          <Cell key={shown.column.key} shown={shown} row={row} base={base} zone={zone} />
        ))}
        <td className="figures py-2.5 pr-4 pl-3 text-right print:pr-0">
          {count > 1 ? (
            <button
              type="button"
              aria-expanded={isOpen}
              aria-controls={staysId}
              aria-label={`${count} stays of ${row.name}`}
              onClick={onToggle}
              className="-my-1 -mr-1.5 inline-flex h-7 items-center gap-1 rounded-md px-1.5 text-soft hover:bg-sunken hover:text-ink print:m-0 print:h-auto print:p-0 print:outline-none"
            >
              {count}
              <Icon name="chevron-down" size={14} className={cx('print:hidden', isOpen && 'rotate-180')} />
            </button>
          ) : (
            count
          )}
        </td>
      </tr>
      {count > 1 ? <StaysRow id={staysId} row={row} base={base} zone={zone} isOpen={isOpen} /> : null}
    </tbody>
  )
}

type CellProps = Pick<ReportRowProps, 'row' | 'base' | 'zone'> & { shown: ShownColumn }

function Cell({ shown: { column, isWideOnly, deviation }, ...value }: CellProps) {
  const isNumber = column.kind !== 'text' && column.kind !== 'time'
  return (
    <td
      className={cx(
        'px-3 py-2.5',
        isWideOnly && wideOnly,
        column.kind === 'text' ? 'text-soft' : 'whitespace-nowrap',
        isNumber && 'figures text-right',
      )}
    >
      {column === role ? (roleText(value.row) ?? '–') : <Value column={column} {...value} />}
      {deviation ? <Deviation row={value.row} of={deviation} /> : null}
    </td>
  )
}

const { role } = personColumns

/** null: a notetaker has none. */
function roleText({ kind, role, required }: Row): string | null {
  if (kind === 'notetaker') return null
  return `${role === 'organizer' ? 'Organizer' : 'Attendee'}${required ? `, ${required}` : ''}`
}

/** The name, other typed names, what the row is, and how it was identified or why it wasn't. */
function Who({ row }: { row: Row }) {
  const { name, kind, personId, email, reasons } = row
  const evidence = personId !== null && reasons.length > 0 ? `identified by: ${reasons.join('; ')}` : null
  const isOpen = personId === null && (kind === 'person' || (kind === 'placeholder' && reasons.length > 0))
  return (
    <>
      <bdi className="font-medium [overflow-wrap:anywhere]">{name}</bdi>
      {typedAs(row).map((words) => (
        <span key={words} className="block text-12 text-faint [overflow-wrap:anywhere]">
          {words}
        </span>
      ))}
      {email || evidence ? (
        <span className="block text-12 text-faint [overflow-wrap:anywhere]">
          {[email, evidence].filter(Boolean).join(' · ')}
        </span>
      ) : null}
      <AttendeeMarks row={row} />
      {isOpen ? (
        <span className="mt-0.5 flex items-start gap-1 text-12 text-attention">
          <Icon name="circle-help" size={12} className="mt-0.5 shrink-0" />
          <span>Not identified{reasons.length > 0 ? `: ${reasons.join('; ')}` : ''}</span>
        </span>
      ) : null}
    </>
  )
}
