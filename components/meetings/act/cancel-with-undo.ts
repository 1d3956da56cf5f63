import type { QueryClient } from '@tanstack/react-query'
import { closeToast, showToast } from '#components/ui/toast-store.ts'
import { cancelMeeting, undoCancellation } from '#lib/meetings/queries.ts'
import { type Meeting, undoSeconds } from '#lib/meetings/schema.ts'
import { putMeeting } from './put-meeting.ts'

type Named = Pick<Meeting, 'id' | 'subject' | 'kind'>

/** The toast that offers Undo, by meeting; undoing elsewhere closes it. */
const offers = new Map<string, number>()

/** Starts cancelling a meeting and offers Undo while there is time. Resolves with whether it is being cancelled. */
export async function cancelWithUndo(client: QueryClient, meeting: Named): Promise<boolean> {
  const { id, subject } = meeting
  try {
    putMeeting(client, await cancelMeeting(id))
  } catch (error) {
    showToast({ tone: 'trouble', text: `“${subject}” wasn’t cancelled. ${sentenceOf(error)}` })
    return false
  }
  const toast = showToast({
    tone: 'done',
    text: `“${subject}” is being cancelled.`,
    actions: [{ label: 'Undo', run: () => undoCancelling(client, meeting) }],
    openMs: undoSeconds * 1000,
  })
  offers.set(id, toast)
  return true
}

/** Undoes it before it goes to GoTo. Resolves with whether the meeting stays. */
export async function undoCancelling(client: QueryClient, { id, subject, kind }: Named): Promise<boolean> {
  const offer = offers.get(id)
  if (offer !== undefined) closeToast(offer)
  offers.delete(id)
  try {
    putMeeting(client, await undoCancellation(id))
  } catch (error) {
    showToast({ tone: 'trouble', text: `Couldn’t undo: “${subject}” stays cancelled. ${sentenceOf(error)}` })
    return false
  }
  showToast({
    tone: 'done',
    text: kind === 'room' ? `The room “${subject}” stays.` : `“${subject}” will take place as planned.`,
  })
  return true
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Try again in a moment.'
}
