import { minutesText, spanText } from '#components/history/parts/figures.ts'
import { cx } from '#components/ui/cx.ts'
import { columnCount } from './shown-columns.ts'
import type { Row } from './sort.ts'

type StaysRowProps = { id: string; row: Row; base: string; zone: string; isOpen: boolean }

/** Each of a person's stays. Always there on paper, where nothing can be opened. */
export function StaysRow({ id, row, base, zone, isOpen }: StaysRowProps) {
  return (
    <tr id={id} className={cx('print:break-before-avoid', !isOpen && 'hidden print:table-row')}>
      <td colSpan={columnCount} className="pr-4 pb-3 pl-4 print:pb-2 print:pl-0">
        <ul aria-label={`Stays of ${row.name}`} className="figures flex flex-wrap gap-x-4 gap-y-1 text-12 text-soft">
          {row.intervals.map(({ key, joinedAt, leftAt }) => (
            <li key={key}>
              {spanText(joinedAt, leftAt, base, zone)}
              {joinedAt === null || leftAt === null ? null : (
                <span className="text-faint">
                  {' '}
                  · {minutesText((Date.parse(leftAt) - Date.parse(joinedAt)) / 60_000)} min
                </span>
              )}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}
