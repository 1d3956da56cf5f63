'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { ButtonTone } from '#components/ui/button-style.ts'
import { Icon } from '#components/ui/icon.tsx'
import { lazily } from '#components/ui/lazily.tsx'

const TokenDialog = lazily(() => import('./token-dialog.tsx').then((module) => module.TokenDialog))

export function CreateToken({ tone }: { tone?: ButtonTone }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        {...(tone ? { tone } : {})}
        onPointerEnter={TokenDialog.expect}
        onFocus={TokenDialog.expect}
        onClick={() => setOpen(true)}
      >
        <Icon name="plus" size={16} />
        Create token
      </Button>
      {isOpen ? <TokenDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}
