'use client'

import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { connectGoto } from '#components/shell/connect-goto.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { isProblem } from '#lib/http/problem.ts'
import type { Saving } from './use-save.ts'

/** How long Foyer waits before it checks again on its own. */
const lookAgainMs = 5_000

type FormTroubleProps = {
  saving: Saving
  isUnsure: boolean
  isNew: boolean
  /** Mistakes in fields that this form doesn't show. */
  hidden: string[]
}

/** What stands in the way of saving, what is safe, and what to do about it. */
export function FormTrouble(props: FormTroubleProps) {
  return (
    <div role="alert" className="empty:hidden">
      <Trouble {...props} />
    </div>
  )
}

function Trouble({ saving, isUnsure, isNew, hidden }: FormTroubleProps): ReactNode {
  const { error, isGone } = saving
  if (isUnsure) return <Unsure saving={saving} />
  if (isGone)
    return (
      <Banner tone="attention" action={<Button onClick={saving.createAgain}>Create it again</Button>}>
        This meeting was deleted in the meantime, here or at GoTo. What you typed is kept: create it again to get a new
        meeting ID.
      </Banner>
    )
  if (isProblem(error, 'not_connected'))
    return (
      <Banner tone="attention" action={<Reconnect />}>
        {error.message} What you typed is kept: you’ll come back to it.
      </Banner>
    )
  if (hidden.length > 0) return <Banner tone="trouble">{hidden.join(' ')} What you typed is kept.</Banner>
  // Other mistakes are shown at their fields.
  if (!error || (isProblem(error, 'invalid') && error.problem.fields)) return null
  // Certainly not created: the sentence says to press Create again.
  const isAbsent = isNew && isProblem(error, 'conflict')
  return <Banner tone={isAbsent ? 'attention' : 'trouble'}>{error.message} What you typed is kept.</Banner>
}

/** The meeting may exist: only checks, never a second attempt to create it. The first check runs on its own. */
function Unsure({ saving }: { saving: Saving }) {
  const look = useRef(saving.lookAgain)
  useEffect(() => {
    look.current = saving.lookAgain
  })
  const { isBusy, error } = saving
  useEffect(() => {
    if (isBusy) return
    const timer = setTimeout(() => look.current(), lookAgainMs)
    return () => clearTimeout(timer)
  }, [isBusy])
  return (
    <Banner
      tone="attention"
      action={
        <Button isBusy={isBusy} onClick={saving.lookAgain}>
          {isBusy ? 'Checking …' : 'Check again'}
        </Button>
      }
    >
      {error?.message ?? 'Foyer doesn’t know yet whether this meeting was created.'} It may exist already. Foyer keeps
      checking and never creates it twice.
    </Banner>
  )
}

function Reconnect() {
  const connecting = useMutation({
    mutationFn: () => connectGoto(window.location.pathname + window.location.search),
    onError: (error) => showToast({ tone: 'trouble', text: error.message }),
  })
  return (
    <Button tone="primary" isBusy={connecting.isPending} onClick={() => connecting.mutate()}>
      Reconnect GoTo
    </Button>
  )
}
