'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAddress } from '#components/shell/address.ts'
import { ConnectButton } from '#components/shell/connect-button.tsx'
import { Loaded } from '#components/shell/loaded.tsx'
import { SignInFailure } from '#components/shell/sign-in-failure.tsx'
import { useZone } from '#components/shell/use-me.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { Section } from '#components/ui/section.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { disconnect } from '#lib/connections/calls.ts'
import { connectionKey, connectionQuery } from '#lib/connections/queries.ts'
import type { Connection, MyConnection } from '#lib/connections/schema.ts'
import { meKey } from '#lib/people/queries.ts'
import { formatDateTime } from '#lib/time/format.ts'

const Confirm = lazily(() => import('#components/ui/confirm.tsx').then((module) => module.Confirm))

/** My own GoTo connection: make it, renew it, end it. */
export function ConnectionSection() {
  const query = useQuery(connectionQuery)
  const error = useAddress().get('error')
  return (
    <Section
      id="goto"
      title="GoTo connection"
      about="Connect the GoTo account you organize meetings with. You don’t need it to join."
    >
      <div role="alert" className="mb-4 empty:hidden">
        {error ? <SignInFailure code={error} isConnecting /> : null}
      </div>
      <Loaded query={query}>{(mine) => <Mine mine={mine} />}</Loaded>
    </Section>
  )
}

function Mine({ mine: { isPossible, connection } }: { mine: MyConnection }) {
  if (!isPossible)
    return <p className="text-body text-soft">GoTo isn’t set up on this server yet. Ask the server’s administrator.</p>
  const isActive = connection?.status === 'active'
  return (
    <div className="flex flex-wrap items-center justify-between gap-4">
      <Facts connection={connection} />
      <div className="flex flex-wrap gap-2">
        <ConnectButton tone={isActive ? 'plain' : 'primary'} returnTo="/settings#goto" />
        {isActive ? <Disconnect connection={connection} /> : null}
      </div>
    </div>
  )
}

function Facts({ connection }: { connection: Connection | null }) {
  const zone = useZone()
  if (!connection) return <p className="text-body text-soft">Not connected.</p>
  const isActive = connection.status === 'active'
  return (
    <div>
      <p className="flex flex-wrap items-center gap-2 font-medium text-body">
        {connection.email}
        <Badge tone={isActive ? 'live' : 'attention'}>{isActive ? 'Connected' : 'Ended'}</Badge>
      </p>
      <p className="figures mt-1 text-14 text-faint">
        {isActive
          ? `Ends ${formatDateTime(connection.grantEndsAt, zone)}, 30 days after you connected. Reconnect before then to keep organizing.`
          : `Ended${connection.revokedAt ? ` ${formatDateTime(connection.revokedAt, zone)}` : ''}. Reconnect to keep organizing here.`}
      </p>
    </div>
  )
}

function Disconnect({ connection }: { connection: Connection }) {
  const [isAsking, setAsking] = useState(false)
  const client = useQueryClient()
  const disconnecting = useMutation({
    mutationFn: disconnect,
    onSuccess: async () => {
      setAsking(false)
      showToast({ tone: 'done', text: 'GoTo disconnected' })
      await Promise.all([connectionKey, meKey].map((queryKey) => client.invalidateQueries({ queryKey })))
    },
    onError: sayNotDone,
  })
  return (
    <>
      <Button tone="danger" onClick={() => setAsking(true)}>
        Disconnect
      </Button>
      {isAsking ? (
        <Confirm
          title="Disconnect GoTo?"
          doIt="Disconnect GoTo"
          keep="Stay connected"
          isOpen
          isBusy={disconnecting.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => disconnecting.mutate()}
        >
          Foyer forgets its access to {connection.email}. Your meetings at GoTo stay as they are, and you can still
          join.
          {connection.lentAt ? ' The company’s meetings will no longer be read through it.' : ''}
        </Confirm>
      ) : null}
    </>
  )
}

function sayNotDone(error: Error): void {
  showToast({ tone: 'trouble', text: error.message })
}
