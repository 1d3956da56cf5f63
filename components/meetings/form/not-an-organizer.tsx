import { EmptyState } from '#components/ui/empty-state.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import type { Me } from '#lib/people/schema.ts'

/** Why somebody cannot schedule, and how that changes. */
export function NotAnOrganizer({ connection }: { connection: Me['connection'] }) {
  const isConnected = connection === 'active'
  return (
    <div className="mt-6">
      <EmptyState
        title={isConnected ? 'Your GoTo account organizes no meetings' : 'Connect GoTo to schedule meetings'}
        action={
          isConnected ? null : (
            <LinkButton href="/settings#goto" tone="primary">
              Connect GoTo
            </LinkButton>
          )
        }
      >
        {isConnected
          ? 'An administrator of your GoTo account can give you a licence to organize. Joining needs none.'
          : 'If you have a GoTo account that may organize, connect it in Settings, and this page becomes the form. Joining needs no account.'}
      </EmptyState>
    </div>
  )
}
