import type { QueryClient } from '@tanstack/react-query'
import { cancelWithUndo } from '#components/meetings/act/cancel-with-undo.ts'
import { isUnsure } from '#components/meetings/act/is-unsure.ts'
import { putMeeting } from '#components/meetings/act/put-meeting.ts'
import { quoted } from '#components/meetings/act/quoted.ts'
import { type FormValues, newValues, timesOf } from '#components/meetings/form/form-values.ts'
import { sayCreated } from '#components/meetings/form/say-created.ts'
import { sendStrangersToSignIn } from '#components/shell/send-strangers.ts'
import { showToast } from '#components/ui/toast-store.ts'
import { serverNow } from '#lib/http/api.ts'
import { createMeeting } from '#lib/meetings/calls.ts'
import { keepSentence, settleSentence } from './kept-sentence.ts'
import type { Sentence } from './parse-sentence.ts'

type FromSentence = {
  client: QueryClient
  sentence: Sentence
  zone: string
  open: (href: string) => void
}

/** Creates the meeting in a sentence. If that fails, or the page is left, a form keeps it and the request. */
export async function createFromSentence({ client, sentence, zone, open }: FromSentence): Promise<void> {
  const requestId = crypto.randomUUID()
  const form = { values: valuesOf(sentence, zone), version: null, requestId, isUnsure: true }
  const word = keepSentence(form)
  try {
    const meeting = await createMeeting({ ...sentence, kind: 'scheduled', zone, requestId })
    settleSentence(word, null)
    putMeeting(client, meeting)
    sayCreated(client, meeting, zone, {
      before: [{ label: 'Open', run: () => open(`/meetings/${meeting.id}`) }],
      after: [{ label: 'Cancel meeting', run: () => cancelWithUndo(client, meeting) }],
    })
  } catch (error) {
    if (sendStrangersToSignIn(error)) return
    const { subject } = sentence
    const isUnknown = isUnsure(error)
    settleSentence(word, { ...form, isUnsure: isUnknown })
    showToast({
      tone: 'trouble',
      text: `${isUnknown ? `Foyer doesn’t know yet whether ${quoted(subject)} was scheduled.` : `${quoted(subject)} wasn’t scheduled.`} ${error instanceof Error ? error.message : ''}`,
      actions: [{ label: 'Open form', run: () => open(`/meetings/new?draft=${word}`) }],
    })
  }
}

function valuesOf({ subject, startsAt, endsAt }: Sentence, zone: string): FormValues {
  return { ...newValues(serverNow(), zone), ...timesOf(startsAt, endsAt, zone), subject }
}
