import { NoList } from './no-list.tsx'
import { unusableFilter } from './unusable-filter.ts'

/** Instead of the company's list when it couldn't be loaded. Load it lazily. */
export function NoHomeList({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  return (
    <NoList
      error={error}
      title="Couldn’t load meetings"
      invalidTitle={unusableFilter}
      clear="Clear filters"
      onRetry={onRetry}
    />
  )
}
