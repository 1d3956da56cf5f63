'use client'

import { ConnectButton } from '#components/shell/connect-button.tsx'
import { lacksGrant } from '#components/shell/goto-grant.ts'
import { useMe } from '#components/shell/use-me.ts'
import { Button } from '#components/ui/button.tsx'
import type { ButtonTone } from '#components/ui/button-style.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { useStart } from './use-start.ts'

type StartActionProps = { meeting: Meeting; label: string; tone: ButtonTone }

/** Opens the host's side of the meeting in a new tab; without a GoTo connection, connects it first. */
export function StartAction({ meeting, label, tone }: StartActionProps) {
  const { isBusy, start, expect } = useStart(meeting, label === 'Open as host' ? 'open' : 'start')
  if (lacksGrant(useMe()))
    return <ConnectButton tone={tone} purpose={`to ${label.toLowerCase()}`} of={meeting.subject} />
  return (
    <Button
      tone={tone}
      isBusy={isBusy}
      onPointerEnter={expect}
      onFocus={expect}
      onClick={start}
      aria-label={`${label}: ${meeting.subject}`}
    >
      {label}
    </Button>
  )
}
