'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ConnectButton } from '#components/shell/connect-button.tsx'
import { lacksGrant } from '#components/shell/goto-grant.ts'
import { useMe } from '#components/shell/use-me.ts'
import { Button } from '#components/ui/button.tsx'
import type { ButtonTone } from '#components/ui/button-style.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { startAsHost } from './start-as-host.ts'

type StartActionProps = { meeting: Meeting; label?: string; tone: ButtonTone }

/** Opens the host's side of the meeting in a new tab; without a GoTo connection, says so instead. */
export function StartAction({ meeting, label = 'Start', tone }: StartActionProps) {
  const [isBusy, setBusy] = useState(false)
  const client = useQueryClient()
  const isUnconnected = lacksGrant(useMe())

  async function start(): Promise<void> {
    setBusy(true)
    await startAsHost(client, meeting, label === 'Open as host' ? 'open' : 'start')
    setBusy(false)
  }

  if (isUnconnected)
    return <ConnectButton tone={tone} aria-label={`Connect GoTo to start or open as host: ${meeting.subject}`} />
  return (
    <Button tone={tone} isBusy={isBusy} onClick={start} aria-label={`${label}: ${meeting.subject}`}>
      {label}
    </Button>
  )
}
