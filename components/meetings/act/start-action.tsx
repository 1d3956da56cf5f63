'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ConnectButton } from '#components/shell/connect-button.tsx'
import { lacksGrant } from '#components/shell/goto-grant.ts'
import { leaveToConnect } from '#components/shell/leave-to-connect.ts'
import { useMe } from '#components/shell/use-me.ts'
import { Button } from '#components/ui/button.tsx'
import type { ButtonTone } from '#components/ui/button-style.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { startAsHost } from './start-as-host.ts'

type StartActionProps = {
  meeting: Meeting
  label?: string
  tone: ButtonTone
  /** There is room for its name alone: that it leads to GoTo first is its description. */
  isInRow?: boolean
}

/** Opens the host's side of the meeting in a new tab; without a GoTo connection, connects it first. */
export function StartAction({ meeting, label = 'Start', tone, isInRow = false }: StartActionProps) {
  const [isBusy, setBusy] = useState(false)
  const client = useQueryClient()
  const isUnconnected = lacksGrant(useMe())
  const name = `${label}: ${meeting.subject}`

  async function start(): Promise<void> {
    setBusy(true)
    await startAsHost(client, meeting, label === 'Open as host' ? 'open' : 'start')
    setBusy(false)
  }

  if (isUnconnected && isInRow)
    return (
      <Button title={connectFirst} aria-label={name} aria-description={connectFirst} onClick={() => leaveToConnect()}>
        {label}
      </Button>
    )
  if (isUnconnected) return <ConnectButton tone={tone} purpose={`to ${label.toLowerCase()}`} of={meeting.subject} />
  return (
    <Button tone={tone} isBusy={isBusy} onClick={start} aria-label={name}>
      {label}
    </Button>
  )
}

const connectFirst = 'GoTo isn’t connected: this leads to GoTo to connect it first'
