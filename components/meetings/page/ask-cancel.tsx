'use client'

import { useQueryClient } from '@tanstack/react-query'
import { cancelWithUndo } from '#components/meetings/act/cancel-with-undo.ts'
import { Confirm } from '#components/ui/confirm.tsx'
import type { MeetingDetail } from '#lib/meetings/schema.ts'

type AskCancelProps = { meeting: MeetingDetail; onClose: () => void; onCancelled: () => void }

/** The second press of cancelling. Closes at once: what happens then is seen on the page. Load it lazily. */
export function AskCancel({ meeting, onClose, onCancelled }: AskCancelProps) {
  const client = useQueryClient()
  const isRoom = meeting.kind === 'room'

  function cancel(): void {
    onCancelled()
    onClose()
    cancelWithUndo(client, meeting)
  }

  return (
    <Confirm
      title={isRoom ? `Delete the room “${meeting.subject}”?` : `Cancel “${meeting.subject}”?`}
      doIt={isRoom ? 'Delete room' : 'Cancel meeting'}
      keep={isRoom ? 'Keep the room' : 'Keep the meeting'}
      isOpen
      onClose={onClose}
      onConfirm={cancel}
    >
      Everybody sees at once that it is being cancelled, and nobody can join from here any more. {consequence(meeting)}{' '}
      Until then you can undo it.
    </Confirm>
  )
}

function consequence({ room }: MeetingDetail): string {
  return room
    ? `After ten seconds it leaves every list. The room “${room.subject}” stays as it is.`
    : 'After ten seconds it is deleted at GoTo, also when this page is closed.'
}
