'use client'

import { Banner } from '#components/ui/banner.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { useOnline } from './offline.ts'
import { useMe } from './use-me.ts'

/** What stands in the way of everything else: no network, or a GoTo grant that has ended. */
export function Notices() {
  const me = useMe()
  const isOnline = useOnline()
  const needsReconnect = me?.connection === 'revoked'
  if (isOnline && !needsReconnect) return null
  return (
    <div role="status">
      {isOnline ? null : (
        // Beside the page and not in it: the rows stay where they are.
        <div className="fixed inset-x-4 bottom-4 z-40 rounded-xl bg-raised shadow-high sm:right-auto sm:max-w-md">
          <Banner tone="attention">
            You are offline. What you see is the last that was loaded; it goes on by itself.
          </Banner>
        </div>
      )}
      {needsReconnect ? (
        <div className="mb-4">
          <Banner
            tone="attention"
            action={
              <LinkButton href="/settings#goto" size="small">
                Reconnect GoTo
              </LinkButton>
            }
          >
            Your GoTo connection has ended. You can join as always; your own meetings are read again once you reconnect.
          </Banner>
        </div>
      ) : null}
    </div>
  )
}
