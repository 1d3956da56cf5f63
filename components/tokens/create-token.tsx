'use client'

import { Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { ButtonTone } from '#components/ui/button-style.ts'

const TokenDialog = dynamic(() => import('./token-dialog.tsx').then((module) => module.TokenDialog), { ssr: false })

export function CreateToken({ tone }: { tone?: ButtonTone }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button {...(tone ? { tone } : {})} onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" size={16} />
        Create token
      </Button>
      {isOpen ? <TokenDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}
