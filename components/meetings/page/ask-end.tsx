'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { openHost } from '#components/meetings/act/open-host.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { endMeeting, meetingKey, meetingsKey } from '#lib/meetings/queries.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'

/** The honest End: GoTo ends a meeting only from inside it. Load it lazily. */
export function AskEnd({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) {
  const client = useQueryClient()
  const first = useRef<HTMLButtonElement>(null)

  async function end(): Promise<void> {
    onClose()
    await openHost(() => endMeeting(meeting.id), { saying: 'Opening your host session …' })
    client.invalidateQueries({ queryKey: meetingsKey })
    client.invalidateQueries({ queryKey: meetingKey(meeting.id) })
  }

  return (
    <Dialog
      title={`End “${meeting.subject}”`}
      description={
        <>
          <p>GoTo lets nobody end a meeting from outside, Foyer included. So this takes you in as the host:</p>
          <ol className="mt-2 list-decimal pl-5">
            <li>Your host session opens in a new tab.</li>
            <li>Press End there. Everybody leaves.</li>
            <li>Foyer watches until GoTo says that it is over, and then fetches who came.</li>
          </ol>
        </>
      }
      isOpen
      onClose={onClose}
      focusFirst={first}
    >
      <div className="flex flex-wrap justify-end gap-2 p-6 pt-5">
        <Button onClick={onClose}>Not yet</Button>
        <Button ref={first} tone="primary" onClick={end}>
          Open my host session
        </Button>
      </div>
    </Dialog>
  )
}
