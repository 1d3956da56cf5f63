'use client'

import { useQueryClient } from '@tanstack/react-query'
import { cancelWithUndo } from '#components/meetings/act/cancel-with-undo.ts'
import { Confirm } from '#components/ui/confirm.tsx'
import { apart } from '#lib/apart.ts'
import { undoSeconds } from '#lib/meetings/rules.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'

type AskCancelProps = { meeting: MeetingDetail; onClose: () => void; onCancelled: () => void }

/** The second press of cancelling. Closes at once; the page shows what happens next. Load it lazily. */
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
      title={isRoom ? `Delete the room “${apart(meeting.subject)}”?` : `Cancel “${apart(meeting.subject)}”?`}
      doIt={isRoom ? 'Delete room' : 'Cancel meeting'}
      keep={isRoom ? 'Keep room' : 'Keep meeting'}
      isOpen
      onClose={onClose}
      onConfirm={cancel}
    >
      Nobody can join from Foyer any more, and everybody sees that it’s being cancelled. {consequence(meeting)} Until
      then you can undo it.
    </Confirm>
  )
}

function consequence({ room }: MeetingDetail): string {
  return room
    ? `In ${undoSeconds} seconds it disappears from every list. The room “${apart(room.subject)}” stays as it is.`
    : `In ${undoSeconds} seconds it’s deleted at GoTo, even if you close this page.`
}
