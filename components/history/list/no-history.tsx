import { PageLink } from '#components/shell/page-link.tsx'
import { useMe } from '#components/shell/use-me.ts'
import { buttonStyle } from '#components/ui/button-style.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'

/** For whoever organizes nothing and manages nobody: why there is nothing, and where to go on. */
export function NoHistory() {
  const isConnected = useMe()?.connection === 'active'
  return (
    <>
      <h1 className="font-semibold text-28">History</h1>
      <div className="mt-6">
        <EmptyState
          title="There is no history of yours"
          action={
            <div className="flex flex-wrap justify-center gap-2">
              <PageLink href="/" className={buttonStyle('primary')}>
                All meetings of the company
              </PageLink>
              {isConnected ? null : (
                <PageLink href="/settings#goto" className={buttonStyle()}>
                  Connect GoTo
                </PageLink>
              )}
            </div>
          }
        >
          You organize no meetings at GoTo and manage no group, so there are no past sessions to show.
          {isConnected ? '' : ' Whoever organizes connects their GoTo account in Settings.'}
        </EmptyState>
      </div>
    </>
  )
}
