import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import type { Sort } from './sorting.ts'
import { TableHead } from './table-head.tsx'

export type SortColumn<Key extends string> = { by: Key; text: string; isNumber?: true; className?: string }

type SortHeadProps<Key extends string> = { column: SortColumn<Key>; sort: Sort<Key>; onPress: () => void }

/** The head of a column that a press sorts by. */
export function SortHead<Key extends string>({ column, sort, onPress }: SortHeadProps<Key>) {
  const { by, text, isNumber, className } = column
  const direction = sort.by !== by ? null : sort.isDescending ? 'descending' : 'ascending'
  return (
    <TableHead isNumber={isNumber ?? false} sort={direction ?? 'none'} {...(className ? { className } : {})}>
      <button
        type="button"
        onClick={onPress}
        className={cx(
          isNumber && 'flex-row-reverse',
          'group/sort -mx-1.5 inline-flex h-7 items-center gap-1 rounded-md px-1.5 hover:bg-hover hover:text-ink',
          direction && 'text-ink',
        )}
      >
        {text}
        <Arrow direction={direction} />
      </button>
    </TableHead>
  )
}

function Arrow({ direction }: { direction: 'ascending' | 'descending' | null }) {
  return (
    <Icon
      name={direction === null ? 'chevrons-up-down' : direction === 'ascending' ? 'arrow-up' : 'arrow-down'}
      size={12}
      className={cx(
        'print:hidden',
        direction === null && 'opacity-0 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100',
      )}
    />
  )
}
