import { ConnectButton } from '#components/shell/connect-button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { Me } from '#lib/people/schema.ts'

/** Why somebody can't schedule, and how to change that. */
export function NotAnOrganizer({ connection }: { connection: Me['connection'] }) {
  const isConnected = connection === 'active'
  return (
    <div className="mt-6">
      <EmptyState
        title={isConnected ? 'Your GoTo account can’t organize meetings' : 'Connect GoTo to schedule meetings'}
        action={isConnected ? null : <ConnectButton tone="primary" />}
      >
        {isConnected
          ? 'Ask your GoTo administrator for a licence to organize. You don’t need one to join.'
          : 'If your GoTo account can organize meetings, connect it. You don’t need an account to join.'}
      </EmptyState>
    </div>
  )
}
