'use client'

import { usePathname } from 'next/navigation'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { useAddress } from './address.ts'
import { connectName } from './goto-grant.ts'
import { leaveToConnect } from './leave-to-connect.ts'
import { useOnline } from './offline.ts'
import { useMe } from './use-me.ts'

const SignInFailure = lazily(() => import('./sign-in-failure.tsx').then((module) => module.SignInFailure))

/** What gets in the way of everything else: no network, an ended GoTo connection, or one that wasn't made. */
export function Notices() {
  return (
    <>
      <ConnectFailure />
      <StandingNotices />
    </>
  )
}

/** For somebody who comes back from GoTo without a connection, wherever they left. Settings says it where it is made. */
function ConnectFailure() {
  const pathname = usePathname()
  const error = useAddress().get('error')
  return error && pathname !== '/settings' ? (
    <div role="alert" className="mb-4">
      <SignInFailure code={error} isConnecting />
    </div>
  ) : null
}

function StandingNotices() {
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
