import { EmptyState } from '#components/ui/empty-state.tsx'

/** Instead of a list whose first piece has nothing that was asked for: the button below it looks through the next. */
export function NothingYet() {
  return (
    <div className="mt-7">
      <EmptyState title="Nothing found yet">
        Foyer looks through a long list piece by piece. “Show more” looks further; a rarer word finds at once.
      </EmptyState>
    </div>
  )
}
