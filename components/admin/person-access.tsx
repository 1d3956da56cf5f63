'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMe, useZone } from '#components/shell/use-me.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { changeAccount } from '#lib/people/calls.ts'
import { accountsKey } from '#lib/people/directory-queries.ts'
import type { Account } from '#lib/people/schema.ts'
import { settingsKey } from '#lib/settings/queries.ts'
import { formatDateTime } from '#lib/time/format.ts'

const Confirm = lazily(() => import('#components/ui/confirm.tsx').then((module) => module.Confirm))

/** One person: whether they may use Foyer, and a way to change it. */
export function PersonAccess({ account }: { account: Account }) {
  const { personId, name, email, disabledAt } = account
  const isMe = useMe()?.personId === personId
  const zone = useZone()
  const [isAsking, setAsking] = useState(false)
  const client = useQueryClient()
  const changing = useMutation({
    mutationFn: (disabled: boolean) => changeAccount(personId, { disabled }),
    onSuccess: async (changed) => {
      setAsking(false)
      const undo = { label: 'Undo', run: () => changing.mutate(false) }
      showToast(
        changed.disabledAt
          ? { tone: 'done', text: `${name} disabled`, actions: [undo] }
          : { tone: 'done', text: `${name} enabled` },
      )
      // Whoever lends a connection may have changed with them.
      await Promise.all([accountsKey, settingsKey].map((queryKey) => client.invalidateQueries({ queryKey })))
    },
    onError: (error) => {
      setAsking(false)
      showToast({ tone: 'trouble', text: error.message })
    },
  })
  return (
    <li className="flex items-center justify-between gap-x-4 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium text-body">
          {name}
          {disabledAt ? (
            <Badge tone="attention" icon={<Icon name="ban" size={12} />}>
              Disabled
            </Badge>
          ) : null}
        </p>
        <p className="figures mt-0.5 break-words text-14 text-faint">
          {[email, disabledAt ? `since ${formatDateTime(disabledAt, zone)}` : null].filter(Boolean).join(' · ')}
        </p>
      </div>
      {isMe ? (
        <span className="shrink-0 text-14 text-faint">You</span>
      ) : disabledAt ? (
        <Button
          size="small"
          aria-label={`Enable ${name}`}
          isBusy={changing.isPending}
          onClick={() => changing.mutate(false)}
        >
          Enable
        </Button>
      ) : (
        <Button size="small" tone="danger" aria-label={`Disable ${name}`} onClick={() => setAsking(true)}>
          Disable
        </Button>
      )}
      {isAsking ? (
        <Confirm
          title={`Disable ${name}?`}
          doIt={`Disable ${name}`}
          keep="Keep enabled"
          isOpen
          isBusy={changing.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => changing.mutate(true)}
        >
          {consequences(account)}
        </Confirm>
      ) : null}
    </li>
  )
}

function consequences({ isLending }: Account): string {
  return [
    'They’re logged off in every browser within a second and can’t sign in until an administrator enables them. Their API tokens stop working for as long.',
    'Their meetings stay, here and at GoTo, and people can still join.',
    isLending
      ? 'The company’s meetings are no longer read through the GoTo connection they lend: unless somebody else lends one, lists stop updating.'
      : 'If they connected GoTo, that connection isn’t used to read meetings in the meantime.',
  ].join(' ')
}
