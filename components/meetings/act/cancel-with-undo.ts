import type { QueryClient } from '@tanstack/react-query'
import { closeToast, showToast } from '#components/ui/toast-store.ts'
import { cancelMeeting, undoCancellation } from '#lib/meetings/queries.ts'
import { type Meeting, undoSeconds } from '#lib/meetings/schema.ts'
import { putMeeting } from './put-meeting.ts'

type Named = Pick<Meeting, 'id' | 'subject' | 'kind'>

/** The toast that offers Undo, by meeting: whoever undoes elsewhere needs it no longer. */
const offers = new Map<string, number>()

/** Marks a meeting as being cancelled, and offers Undo for as long as there is. Resolves with whether it is marked. */
export async function cancelWithUndo(client: QueryClient, meeting: Named): Promise<boolean> {
  const { id, subject } = meeting
  try {
    putMeeting(client, await cancelMeeting(id))
  } catch (error) {
    showToast({ tone: 'trouble', text: `“${subject}” was not cancelled. ${sentenceOf(error)}` })
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

/** Takes the mark away, while GoTo was not told yet. Resolves with whether the meeting stands. */
export async function undoCancelling(client: QueryClient, { id, subject, kind }: Named): Promise<boolean> {
  const offer = offers.get(id)
  if (offer !== undefined) closeToast(offer)
  offers.delete(id)
  try {
    putMeeting(client, await undoCancellation(id))
  } catch (error) {
    showToast({ tone: 'trouble', text: `“${subject}” stays cancelled. ${sentenceOf(error)}` })
    return false
  }
  showToast({
    tone: 'done',
    text: kind === 'room' ? `The room “${subject}” is kept.` : `“${subject}” takes place as planned.`,
  })
  return true
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Try again in a moment.'
}
