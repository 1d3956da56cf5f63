'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded } from '#components/shell/loaded.tsx'
import { logOff } from '#components/shell/log-off.ts'
import { useZone } from '#components/shell/use-me.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { Section } from '#components/ui/section.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { endSession } from '#lib/auth/calls.ts'
import { sessionsKey, sessionsQuery } from '#lib/auth/queries.ts'
import type { PortalSession } from '#lib/auth/schema.ts'
import { formatDateTime } from '#lib/time/format.ts'
import { deviceName } from './device-name.ts'

const AskLogOff = lazily(() => import('#components/shell/ask-log-off.tsx').then((module) => module.AskLogOff))

/** Where I'm signed in. */
export function SessionsSection() {
  const query = useQuery(sessionsQuery)
  const [isAsking, setAsking] = useState(false)
  return (
    <Section
      id="sessions"
      title="Sessions"
      about="The browsers you’re signed in with. End any session you don’t recognize."
    >
      <Loaded query={query}>
        {({ items }) => (
          <>
            <ul className="-my-1 divide-y divide-line">
              {items.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </ul>
            <div className="mt-4 border-line border-t pt-4">
              <Button tone="danger" onClick={() => setAsking(true)}>
                Log off everywhere
              </Button>
              {isAsking ? <AskLogOff onClose={() => setAsking(false)} /> : null}
            </div>
          </>
        )}
      </Loaded>
    </Section>
  )
}

function SessionRow({ session }: { session: PortalSession }) {
  const zone = useZone()
  const client = useQueryClient()
  const name = deviceName(session.userAgent)
  const ending = useMutation({
    mutationFn: () => endSession(session.id),
    onSuccess: async () => {
      showToast({ tone: 'done', text: `${name} logged off` })
      await client.invalidateQueries({ queryKey: sessionsKey })
    },
    onError: (error) => showToast({ tone: 'trouble', text: error.message }),
  })
  return (
    <li className="flex items-center justify-between gap-x-4 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium text-body">
          {name}
          {session.isCurrent ? <Badge tone="live">This browser</Badge> : null}
        </p>
        <p className="figures mt-0.5 text-14 text-faint">
          Signed in with {session.via === 'goto' ? 'GoTo' : 'your company'} {formatDateTime(session.createdAt, zone)}
          {session.address ? ` · ${session.address}` : ''}
          {session.isCurrent ? '' : ` · last seen ${formatDateTime(session.lastSeenAt, zone)}`}
        </p>
      </div>
      <Button
        size="small"
        isBusy={ending.isPending}
        aria-label={
          session.isCurrent
            ? 'Log off here'
            : `End session of ${name}, since ${formatDateTime(session.createdAt, zone)}`
        }
        onClick={() => (session.isCurrent ? logOff('here') : ending.mutate())}
      >
        {session.isCurrent ? 'Log off' : 'End session'}
      </Button>
    </li>
  )
}
