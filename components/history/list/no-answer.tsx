import { changeAddress } from '#components/shell/address.ts'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { isProblem } from '#lib/http/problem.ts'
import { noFilter } from './filter.ts'

type NoAnswerProps = { error: Error | null; onRetry: () => void }

/** Replaces a list that can't be shown: why, and what helps. */
export function NoAnswer({ error, onRetry }: NoAnswerProps) {
  const isUnusable = isProblem(error, 'invalid') || isProblem(error, 'forbidden') || isProblem(error, 'not_found')
  const fields = isProblem(error, 'invalid') ? Object.values(error.problem.fields ?? {}) : []
  return (
    <div className="mt-7" role="alert">
      <EmptyState
        title={isUnusable ? 'This part of the history isn’t available' : 'Couldn’t load the history'}
        action={
          isUnusable ? (
            <Button onClick={() => changeAddress(noFilter)}>Reset filters</Button>
          ) : (
            <Button onClick={onRetry}>Try again</Button>
          )
        }
      >
        {[...new Set(fields)].join(' ') || error?.message}
      </EmptyState>
    </div>
  )
}
