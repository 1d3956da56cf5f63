'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { useFocusBack } from '#components/ui/use-focus-back.ts'
import { apart } from '#lib/apart.ts'
import { revokeToken } from '#lib/tokens/calls.ts'
import { tokensKey } from '#lib/tokens/queries.ts'
import type { ApiToken } from '#lib/tokens/schema.ts'
import { isOver } from './token-words.ts'

const Confirm = lazily(() => import('#components/ui/confirm.tsx').then((module) => module.Confirm))

/** Ends a token, after asking. One that is over has nothing to end. */
export function RevokeToken({ token }: { token: ApiToken }) {
  return isOver(token) ? null : <Revoke token={token} />
}

function Revoke({ token }: { token: ApiToken }) {
  const box = useFocusBack()
  const [isAsking, setAsking] = useState(false)
  const client = useQueryClient()
  const revoking = useMutation({
    mutationFn: () => revokeToken(token.id),
    onSuccess: async () => {
      setAsking(false)
      showToast({ tone: 'done', text: `${apart(token.name)} revoked` })
      await client.invalidateQueries({ queryKey: tokensKey })
    },
    onError: (error) => {
      setAsking(false)
      showToast({ tone: 'trouble', text: error.message })
    },
  })
  return (
    <div ref={box}>
      <Button size="small" tone="danger" aria-label={`Revoke ${token.name}`} onClick={() => setAsking(true)}>
        Revoke
      </Button>
      {isAsking ? (
        <Confirm
          title={`Revoke “${apart(token.name)}”?`}
          doIt="Revoke token"
          keep="Keep token"
          isOpen
          isBusy={revoking.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => revoking.mutate()}
        >
          Programs that use it stop working within a second. A revoked token can’t be brought back: they need a new one.
        </Confirm>
      ) : null}
    </div>
  )
}
