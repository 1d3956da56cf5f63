'use client'

import { useQueryClient } from '@tanstack/react-query'
import { cancelWithUndo } from '#components/meetings/act/cancel-with-undo.ts'
import { ConnectTrouble, useConnectGoto } from '#components/shell/connect-button.tsx'
import { connectName, lacksGrant } from '#components/shell/goto-grant.ts'
import { useMe } from '#components/shell/use-me.ts'
import { Confirm } from '#components/ui/confirm.tsx'
import { apart } from '#lib/apart.ts'
import { undoSeconds } from '#lib/meetings/rules.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'

type AskCancelProps = { meeting: MeetingDetail; onClose: () => void; onCancelled: () => void }

/** The second press of cancelling. Closes at once; the page shows what happens next. Load it lazily. */
export function AskCancel({ meeting, onClose, onCancelled }: AskCancelProps) {
  const client = useQueryClient()
  const me = useMe()
  const connecting = useConnectGoto()
  const isRoom = meeting.kind === 'room'
  const title = isRoom ? `Delete the room “${apart(meeting.subject)}”?` : `Cancel “${apart(meeting.subject)}”?`
  const keep = isRoom ? 'Keep room' : 'Keep meeting'
  // One that takes place in a room is Foyer's own; there is nothing to delete at GoTo.
  const isUnconnected = meeting.room === null && lacksGrant(me)

  function cancel(): void {
    onCancelled()
    onClose()
    cancelWithUndo(client, meeting)
  }

  if (isUnconnected)
    return (
      <Confirm
        title={title}
        doIt={connectName(me)}
        keep={keep}
        tone="primary"
        isOpen
        isBusy={connecting.isPending}
        onClose={onClose}
        onConfirm={() => connecting.mutate()}
      >
        GoTo isn’t connected, so Foyer can’t delete it there. Connect first: you’ll come back to this page.
        <ConnectTrouble error={connecting.error} />
      </Confirm>
    )
  return (
    <Confirm
      title={title}
      doIt={isRoom ? 'Delete room' : 'Cancel meeting'}
      keep={keep}
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
