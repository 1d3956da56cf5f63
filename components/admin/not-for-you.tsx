import { EmptyState } from '#components/ui/empty-state.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'

/** For whoever follows an administrator's link. */
export function NotForYou() {
  return (
    <>
      <h1 className="font-semibold text-28">Admin</h1>
      <div className="mt-6">
        <EmptyState
          title="Only administrators can open this page"
          action={
            <LinkButton href="/settings" tone="primary">
              Go to Settings
            </LinkButton>
          }
        >
          What is yours to choose is in your settings. For everything else, ask a Foyer administrator.
        </EmptyState>
      </div>
    </>
  )
}
