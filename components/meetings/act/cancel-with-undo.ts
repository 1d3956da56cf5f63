import type { QueryClient } from '@tanstack/react-query'
import { sendStrangersToSignIn } from '#components/shell/send-strangers.ts'
import { showToast } from '#components/ui/toast-store.ts'
import { cancelMeeting, undoCancellation } from '#lib/meetings/calls.ts'
import { undoSeconds } from '#lib/meetings/rules.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { putMeeting } from './put-meeting.ts'
import { quoted } from './quoted.ts'

type Named = Pick<Meeting, 'id' | 'subject' | 'kind'>

/** Where a row or a page offers Undo itself. */
export function undoPlace(meetingId: string): string {
  return `undo ${meetingId}`
}

/** Starts cancelling a meeting and offers Undo while there is time. Resolves with whether it is being cancelled. */
export async function cancelWithUndo(client: QueryClient, meeting: Named): Promise<boolean> {
  const { id, subject } = meeting
  try {
    putMeeting(client, await cancelMeeting(id))
  } catch (error) {
    if (sendStrangersToSignIn(error)) return false
    showToast({ tone: 'trouble', text: `${quoted(subject)} wasn’t cancelled. ${sentenceOf(error)}` })
    return false
  }
  showToast({
    tone: 'done',
    text: `${quoted(subject)} is being cancelled.`,
    actions: [{ label: 'Undo', run: () => undoCancelling(client, meeting) }],
    openMs: undoSeconds * 1000,
    place: undoPlace(id),
  })
  return true
}

/** Undoes it before it goes to GoTo. Resolves with whether the meeting stays. */
export async function undoCancelling(client: QueryClient, { id, subject, kind }: Named): Promise<boolean> {
  try {
    putMeeting(client, await undoCancellation(id))
  } catch (error) {
    if (sendStrangersToSignIn(error)) return false
    showToast({ tone: 'trouble', text: `${quoted(subject)} stays cancelled. ${sentenceOf(error)}` })
    return false
  }
  showToast({
    tone: 'done',
    text: kind === 'room' ? `The room ${quoted(subject)} stays.` : `${quoted(subject)} will take place as planned.`,
  })
  return true
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Try again in a moment.'
}
