import { type KeptForm, keepForm, newPlace, readForm } from '#components/meetings/form/kept-form.ts'

/** One form each for so many sentences that came to nothing: more of them are given up, the last one first. */
const words = ['sentence', 'sentence-2', 'sentence-3', 'sentence-4', 'sentence-5'] as const
type SentenceWord = (typeof words)[number]

/** Those whose answer this page still waits for: it will say itself what became of them. */
const waitedFor = new Set<SentenceWord>()

/**
 * Keeps what a sentence means as a form, before anything is asked: whoever reloads meanwhile is as unsure as after a
 * lost answer. Answers the form's word.
 */
export function keepSentence(form: KeptForm): SentenceWord {
  const word = words.find((one) => !waitedFor.has(one) && readForm(newPlace(one)) === null) ?? 'sentence-5'
  waitedFor.add(word)
  keepForm(newPlace(word), form)
  return word
}

/** Its answer came. null: there is nothing left to do with the form. */
export function settleSentence(word: SentenceWord, form: KeptForm | null): void {
  waitedFor.delete(word)
  keepForm(newPlace(word), form)
}

/** The word of the form with which a new meeting goes on: kept last, the plain one or a sentence's that nobody waits for. */
export function lastKeptWord(): string {
  const found = ['', ...words.filter((word) => !waitedFor.has(word))]
  const keptAt = (word: string) => readForm(newPlace(word))?.keptAt ?? ''
  return found.reduce((last, word) => (keptAt(word) > keptAt(last) ? word : last))
}
