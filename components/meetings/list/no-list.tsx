import { changeAddress } from '#components/shell/address.ts'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { isProblem } from '#lib/http/problem.ts'
import { noFilter } from './filter.ts'

type NoListProps = {
  error: Error | null
  /** When it couldn't be loaded. */
  title: string
  /** When what was asked for isn't valid, and how to ask for everything. */
  invalidTitle: (fields: Record<string, string>) => string
  clear: string
  onRetry: () => void
}

/** Stands in for a list of meetings that couldn't be loaded, or that nobody may ask for so. */
export function NoList({ error, title, invalidTitle, clear, onRetry }: NoListProps) {
  const fields = isProblem(error, 'invalid') ? (error.problem.fields ?? {}) : null
  return (
    <div className="mt-7">
      {fields ? (
        <EmptyState
          title={invalidTitle(fields)}
          action={<Button onClick={() => changeAddress(noFilter)}>{clear}</Button>}
        >
          {[...new Set(Object.values(fields))].join(' ')}
        </EmptyState>
      ) : (
        <EmptyState title={title} action={<Button onClick={onRetry}>Try again</Button>}>
          {error?.message}
        </EmptyState>
      )}
    </div>
  )
}
