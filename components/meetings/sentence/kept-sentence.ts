import { type KeptForm, keepForm, newPlace, readForm } from '#components/meetings/form/kept-form.ts'

/** One form each for this many failed sentences; beyond that, the last one is overwritten. */
const words = ['sentence', 'sentence-2', 'sentence-3', 'sentence-4', 'sentence-5'] as const
type SentenceWord = (typeof words)[number]

/** Those this page still awaits an answer for; it will say whether they were created. */
const waitedFor = new Set<SentenceWord>()

/**
 * Keeps what a sentence means as a form before the request is sent, because a reload in the meantime leaves the outcome
 * as unclear as a lost answer. Answers the form's word.
 */
export function keepSentence(form: KeptForm): SentenceWord {
  const word = words.find((one) => !waitedFor.has(one) && readForm(newPlace(one)) === null) ?? 'sentence-5'
  waitedFor.add(word)
  keepForm(newPlace(word), form)
  return word
}

/** Its answer has arrived. null: the form is no longer needed. */
export function settleSentence(word: SentenceWord, form: KeptForm | null): void {
  waitedFor.delete(word)
  keepForm(newPlace(word), form)
}

/** The word of the form a new meeting continues with: the last one kept, the plain form or a settled sentence's. */
export function lastKeptWord(): string {
  const found = ['', ...words.filter((word) => !waitedFor.has(word))]
  const keptAt = (word: string) => readForm(newPlace(word))?.keptAt ?? ''
  return found.reduce((last, word) => (keptAt(word) > keptAt(last) ? word : last))
}
