import { ConnectButton } from '#components/shell/connect-button.tsx'
import { PageLink } from '#components/shell/page-link.tsx'
import { useMe } from '#components/shell/use-me.ts'
import { buttonStyle } from '#components/ui/button-style.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'

/** For people who organize nothing and manage nobody: why there is nothing, and where to go next. */
export function NoHistory() {
  const isConnected = useMe()?.connection === 'active'
  return (
    <>
      <h1 className="font-semibold text-28">History</h1>
      <div className="mt-6">
        <EmptyState
          title="You have no past meetings"
          action={
            <div className="flex flex-wrap justify-center gap-2">
              <PageLink href="/" className={buttonStyle('primary')}>
                All company meetings
              </PageLink>
              {isConnected ? null : <ConnectButton />}
            </div>
          }
        >
          You organize no meetings at GoTo and manage no group, so there are no past sessions to show.
          {isConnected ? '' : ' If you do organize, connect your GoTo account.'}
        </EmptyState>
      </div>
    </>
  )
}
