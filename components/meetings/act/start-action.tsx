'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { ButtonTone } from '#components/ui/button-style.ts'
import { meetingKey, meetingsKey, startMeeting } from '#lib/meetings/queries.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { openHost } from './open-host.ts'
import { quoted } from './quoted.ts'

type StartActionProps = { meeting: Meeting; label?: string; tone: ButtonTone }

/** Opens the host's side of the meeting in a new tab. */
export function StartAction({ meeting, label = 'Start', tone }: StartActionProps) {
  const [isBusy, setBusy] = useState(false)
  const client = useQueryClient()

  async function start(): Promise<void> {
    setBusy(true)
    const verb = label === 'Open as host' ? 'open' : 'start'
    await openHost(() => startMeeting(meeting.id).finally(refetch), {
      failed: `Couldn’t ${verb} ${quoted(meeting.subject)}.`,
    })
    setBusy(false)
  }

  function refetch(): void {
    client.invalidateQueries({ queryKey: meetingsKey })
    client.invalidateQueries({ queryKey: meetingKey(meeting.id) })
  }

  return (
    <Button tone={tone} isBusy={isBusy} onClick={start} aria-label={`${label}: ${meeting.subject}`}>
      {label}
    </Button>
  )
}
