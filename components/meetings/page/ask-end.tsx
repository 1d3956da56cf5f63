'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { openHost } from '#components/meetings/act/open-host.ts'
import { quoted } from '#components/meetings/act/quoted.ts'
import { ConnectButton } from '#components/shell/connect-button.tsx'
import { lacksGrant } from '#components/shell/goto-grant.ts'
import { useMe } from '#components/shell/use-me.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { apart } from '#lib/apart.ts'
import { endMeeting } from '#lib/meetings/calls.ts'
import { meetingKey } from '#lib/meetings/meeting-queries.ts'
import { meetingsKey } from '#lib/meetings/queries.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'

/** The honest End: GoTo only ends a meeting from inside. Load it lazily. */
export function AskEnd({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) {
  const client = useQueryClient()
  const first = useRef<HTMLButtonElement>(null)
  const isUnconnected = lacksGrant(useMe())

  async function end(): Promise<void> {
    onClose()
    await openHost(() => endMeeting(meeting.id), {
      failed: `Couldn’t open your host session of ${quoted(meeting.subject)}.`,
      saying: 'Opening your host session …',
    })
    client.invalidateQueries({ queryKey: meetingsKey })
    client.invalidateQueries({ queryKey: meetingKey(meeting.id) })
  }

  return (
    <Dialog
      title={`End “${apart(meeting.subject)}”`}
      description={
        <>
          <p>GoTo only lets a host end a meeting from inside it, so Foyer takes you there:</p>
          <ol className="mt-2 list-decimal pl-5">
            <li>Your host session opens in a new tab.</li>
            <li>Press End there to end it for everybody.</li>
            <li>Once GoTo confirms that it’s over, Foyer fetches attendance.</li>
          </ol>
          {isUnconnected ? (
            <p className="mt-2">GoTo isn’t connected. Connect first: you’ll come back to this page.</p>
          ) : null}
        </>
      }
      isOpen
      onClose={onClose}
      focusFirst={first}
    >
      <div className="flex flex-wrap justify-end gap-2 p-6 pt-5">
        <Button onClick={onClose}>Not yet</Button>
        {isUnconnected ? (
          <ConnectButton tone="primary" />
        ) : (
          <Button ref={first} tone="primary" onClick={end}>
            Open my host session
          </Button>
        )}
      </div>
    </Dialog>
  )
}
