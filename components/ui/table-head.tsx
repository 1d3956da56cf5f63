import type { ReactNode } from 'react'
import { cx } from './cx.ts'

type TableHeadProps = {
  isNumber?: boolean
  className?: string
  sort?: 'ascending' | 'descending' | 'none'
  children: ReactNode
}

/** The head of a column. With `sort` it holds a button that shows how the column is sorted. */
export function TableHead({ isNumber = false, className, sort, children }: TableHeadProps) {
  return (
    <th
      scope="col"
      aria-sort={sort}
      className={cx(
        'h-9 whitespace-nowrap px-3 font-medium first:pl-4 last:pr-4 print:first:pl-0 print:last:pr-0',
        isNumber && 'text-right',
        className,
      )}
    >
      {children}
    </th>
  )
}
