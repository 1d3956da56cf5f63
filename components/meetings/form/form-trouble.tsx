'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ConnectButton } from '#components/shell/connect-button.tsx'
import { keptText } from '#components/shell/kept-text.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { reload } from '#components/ui/say-missing.ts'
import { isProblem } from '#lib/http/problem.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { FieldMistakes } from './field-mistakes.tsx'
import { VersionConflict } from './form-parts.ts'
import { hiddenErrors } from './hidden-errors.ts'
import type { KeptForm } from './kept-form.ts'
import type { FieldErrors } from './read-form.ts'
import type { Saving } from './use-save.ts'

/** How long Foyer waits before it checks again on its own. */
const lookAgainMs = 5_000

type FormTroubleProps = {
  saving: Saving
  form: KeptForm
  meeting: MeetingDetail | null
  errors: FieldErrors
  /** GoTo has to be connected first. */
  isUnconnected: boolean
  /** Leads to the field of a mistake. */
  onGo: (field: string) => void
}

/** What stands in the way of saving, what is safe, and what to do about it: in one sentence, once. */
export function FormTrouble({ saving, form, meeting, errors, isUnconnected, onGo }: FormTroubleProps): ReactNode {
  const { error, isGone, theirs } = saving
  if (form.isUnsure) return <Unsure saving={saving} isUnconnected={isUnconnected} />
  if (saving.isOffline)
    return (
      <Banner tone="attention">You’re offline, so nothing was sent. What you typed is kept in this browser.</Banner>
    )
  if (saving.isUnchecked)
    return (
      <Banner tone="trouble" action={<ReloadButton />}>
        Nothing was saved: a part of Foyer couldn’t be loaded. Foyer may have been updated, so reload the page. What you
        typed is kept in this browser.
      </Banner>
    )
  if (theirs && meeting)
    return (
      <VersionConflict
        mine={form.values}
        theirs={theirs}
        onSaveMine={() => saving.saveMine(theirs.version)}
        onTakeTheirs={saving.takeTheirs}
      />
    )
  if (isGone)
    return (
      <Banner tone="attention" action={<Button onClick={saving.createAgain}>Create it again</Button>}>
        This meeting was deleted in the meantime, here or at GoTo. What you typed is kept: create it again to get a new
        meeting ID.
      </Banner>
    )
  if (isUnconnected)
    return (
      <Banner tone="attention">
        {isProblem(error, 'not_connected')
          ? error.message
          : meeting
            ? 'GoTo isn’t connected. Connect it to save changes.'
            : 'GoTo isn’t connected. Connect it to create meetings.'}{' '}
        What you type is kept: you’ll come back to it.
      </Banner>
    )
  const hidden = hiddenErrors(errors, form.values.kind)
  if (hidden.length > 0) return <Banner tone="trouble">{hidden.join(' ')} What you typed is kept.</Banner>
  if (Object.keys(errors).length > 0) return <FieldMistakes errors={errors} onGo={onGo} />
  // Asks for nothing at GoTo any more.
  if (isProblem(error, 'not_connected')) return null
  if (!error || (isProblem(error, 'invalid') && error.problem.fields)) return null
  // Certainly not created: the sentence says to press Create again.
  const isAbsent = meeting === null && isProblem(error, 'conflict')
  return <Banner tone={isAbsent ? 'attention' : 'trouble'}>{keptText(error.message)}</Banner>
}

/** The meeting may exist: only checks, never a second attempt to create it. The first check runs on its own. */
function Unsure({ saving, isUnconnected }: { saving: Saving; isUnconnected: boolean }) {
  const look = useRef(saving.lookAgain)
  useEffect(() => {
    look.current = saving.lookAgain
  })
  const { isBusy, isUnchecked, error } = saving
  /** Also those that sent nothing, which leave no other trace. */
  const [attempts, setAttempts] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is followed by another
  useEffect(() => {
    if (isBusy) return
    const timer = setTimeout(() => {
      look.current('itself')
      setAttempts((count) => count + 1)
    }, lookAgainMs)
    return () => clearTimeout(timer)
  }, [isBusy, attempts])
  return (
    <Banner
      tone="attention"
      action={
        <>
          {isUnchecked ? <ReloadButton /> : null}
          {isUnconnected ? <ConnectButton /> : null}
          <Button isBusy={isBusy} onClick={() => saving.lookAgain()}>
            {isBusy ? 'Checking…' : 'Check again'}
          </Button>
        </>
      }
    >
      {whatHappened(error)}{' '}
      {isUnchecked
        ? 'A part of Foyer couldn’t be loaded; it may have been updated. Reload the page to check: it’s never created twice.'
        : 'Foyer keeps checking and never creates it twice.'}
    </Banner>
  )
}

function ReloadButton() {
  return <Button onClick={reload}>Reload page</Button>
}

/** The server's own word says how unclear it is. */
function whatHappened(error: Error | null): string {
  if (!error) return 'Foyer doesn’t know yet whether this meeting was created.'
  const isSaid = isProblem(error) && error.problem.isUncertain === true
  return isSaid ? error.message : `${error.message} The meeting may exist already.`
}
