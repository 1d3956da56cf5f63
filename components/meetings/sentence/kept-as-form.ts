import { newValues, timesOf } from '#components/meetings/form/form-values.ts'
import { serverNow } from '#lib/http/api.ts'
import { keepSentence, settleSentence } from './kept-sentence.ts'
import type { Sentence } from './parse-sentence.ts'

/** Keeps what was typed as a form to be completed, and answers the form's address. `times` null: none were understood. */
export function keptAsForm(subject: string, times: Omit<Sentence, 'subject'> | null, zone: string): string {
  const values = {
    ...newValues(serverNow(), zone),
    ...(times ? timesOf(times.startsAt, times.endsAt, zone) : {}),
    subject,
  }
  const form = { values, version: null, requestId: crypto.randomUUID(), isUnsure: false }
  const word = keepSentence(form)
  settleSentence(word, form)
  return `/meetings/new?draft=${word}`
}
