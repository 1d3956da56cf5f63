import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'

/** Stands in for a form that waits for who is looking, once that couldn't be learnt. */
export function NoForm({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <div role="alert" className="mt-6">
      <EmptyState title="Couldn’t open the form" action={<Button onClick={onRetry}>Try again</Button>}>
        {error.message} Anything you typed before is kept in this browser.
      </EmptyState>
    </div>
  )
}
