import { without } from '#lib/time/words/sentence-part.ts'
import type { Here } from './here.ts'
import { isTooLong, isUnreadLength, lengthIn } from './sentence-length.ts'
import { notes, questions } from './sentence-questions.ts'
import { hideQuotes, showQuotes } from './sentence-quotes.ts'
import { type When, whenIn } from './sentence-when.ts'

export type Sentence = { subject: string; startsAt: string; endsAt: string }

/**
 * `nothing`: it is no sentence about a meeting. `question`: it is, but what it says could mean something else, or not
 * all of it was understood; it creates nothing.
 */
export type Reading =
  | { kind: 'nothing' }
  | { kind: 'question'; question: string }
  | {
      kind: 'offer'
      sentence: Sentence
      /** The zone it was said in, if that isn't the reader's. */
      saidIn: string | null
      /** What to know before it is created. */
      notes: string[]
    }

const minuteMs = 60_000
const defaultMinutes = 30
/** Whatever is longer was pasted to be searched for. */
const longestText = 300

/** `Weekly sync tomorrow 10:00 45m` as a meeting. Whatever is not a day, time, zone, repetition or length is the subject. */
export function parseSentence(typed: string, here: Here): Reading {
  if (typed.length > longestText) return { kind: 'nothing' }
  const { text, quotes } = hideQuotes(withPlainInstants(typed))
  const when = whenIn(text, here)
  if (when === null) return { kind: 'nothing' }
  if (typeof when === 'string') return without(text, []) ? { kind: 'question', question: when } : { kind: 'nothing' }
  return meeting(text, quotes, when)
}

/** `2026-12-01T10:00:00Z`, copied from elsewhere, as people write it. */
function withPlainInstants(typed: string): string {
  return typed
    .replace(/\b(\d{4}-\d\d-\d\d)T(?=\d\d:\d\d)/g, '$1 ')
    .replace(/\b(\d\d:\d\d):\d\d(?:\.\d+)?(?=Z|[+-]\d\d|\s|$)/g, '$1')
    .replace(/\b(\d\d:\d\d)Z(?=\s|$)/g, '$1 UTC')
    .replace(/\b(\d{4}-\d\d-\d\d \d\d:\d\d)([+-]\d\d:?\d\d)(?=\s|$)/g, '$1 UTC$2')
}

function meeting(text: string, quotes: string[], when: When): Reading {
  const rest = without(text, when.parts)
  if (isTooLong(rest)) return { kind: 'question', question: questions.howLong }
  const length = lengthIn(rest)
  if (!length && isUnreadLength(rest)) return { kind: 'question', question: questions.whatLength }
  const isOther = when.endsAt !== null && length && when.endsAt - when.startsAt !== length.minutes * minuteMs
  if (isOther) return { kind: 'question', question: questions.endsTwice }
  const subject = showQuotes(length ? without(rest, [length]) : rest, quotes)
  // A time alone is a search.
  if (!subject)
    return when.parts.length > 1 ? { kind: 'question', question: questions.whatSubject } : { kind: 'nothing' }
  const endsAt = when.endsAt ?? when.startsAt + (length?.minutes ?? defaultMinutes) * minuteMs
  return {
    kind: 'offer',
    sentence: {
      subject,
      startsAt: new Date(when.startsAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
    },
    saidIn: when.saidIn,
    notes: [...when.notes, ...(when.isRepeated ? [notes.onlyTheFirst] : [])],
  }
}
