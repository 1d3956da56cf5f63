'use client'

import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { connectName } from './goto-grant.ts'
import { leaveToConnect } from './leave-to-connect.ts'
import { useOnline } from './offline.ts'
import { useMe } from './use-me.ts'

/** What gets in the way of everything else: no network, or an ended GoTo connection. */
export function Notices() {
  const me = useMe()
  const isOnline = useOnline()
  const needsReconnect = me?.connection === 'revoked'
  if (isOnline && !needsReconnect) return null
  return (
    <div role="status">
      {isOnline ? null : (
        // Over the page and not in it, so the rows don't move.
        <div
          data-offline
          className="fixed inset-x-4 bottom-[calc(1rem+var(--foot,0px))] z-40 rounded-xl bg-raised shadow-high sm:right-auto sm:max-w-md"
        >
          <Banner tone="attention">
            You’re offline. This is what was last loaded; Foyer reconnects automatically.
          </Banner>
        </div>
      )}
      {needsReconnect ? (
        <div className="mb-4">
          <Banner
            tone="attention"
            action={
              <Button size="small" onClick={() => leaveToConnect()}>
                {connectName(me)}
              </Button>
            }
          >
            Your GoTo connection has ended. You can still join; reconnect to keep your own meetings up to date.
          </Banner>
        </div>
      ) : null}
    </div>
  )
}
