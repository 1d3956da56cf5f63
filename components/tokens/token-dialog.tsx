'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { createToken } from '#lib/tokens/calls.ts'
import { tokensKey } from '#lib/tokens/queries.ts'
import type { ApiTokenDraft } from '#lib/tokens/schema.ts'
import type { Scope } from '#lib/tokens/sentences.ts'
import { TokenForm } from './token-form.tsx'
import { TokenShown } from './token-shown.tsx'

type Shown = { token: string; name: string; scopes: readonly Scope[] }

/** First the form, then the token: the only time anybody sees it, so that a press beside the window doesn't lose it. */
export function TokenDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const [shown, setShown] = useState<Shown | null>(null)
  const [isCopied, setCopied] = useState(false)
  const [isWarned, setWarned] = useState(false)
  const creating = useMutation({
    mutationFn: (draft: ApiTokenDraft) => createToken(draft),
    // Nothing of it stays in the page's memory but in this window.
    gcTime: 0,
    onSuccess: async ({ token }, { name, scopes }) => {
      setShown({ token, name, scopes })
      await client.invalidateQueries({ queryKey: tokensKey })
    },
  })

  function close(): void {
    if (shown && !isCopied && !isWarned) setWarned(true)
    else onClose()
  }

  return (
    <Dialog title={shown ? 'Token created' : 'New API token'} isOpen onClose={close}>
      {shown ? (
        <TokenShown {...shown} isWarned={isWarned} onCopied={() => setCopied(true)} onDone={close} />
      ) : (
        <TokenForm creating={creating} onCancel={onClose} />
      )}
    </Dialog>
  )
}
