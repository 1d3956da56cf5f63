import { lowerEmail } from '#lib/email.ts'
import { type KindOfName, kindOfName } from './kind-of-name.ts'
import { nameKey } from './name-key.ts'
import { wordsOfName } from './words-of-name.ts'

/** A stored stay. */
export type Stay = {
  id: string
  typedName: string
  typedEmail: string
  /** null: GoTo doesn't say when. */
  joinedAt: Date | null
  leftAt: Date | null
  person: { id: string; name: string } | null
  confidence: number | null
  reasons: string[]
  /** In which of several sittings, counted from 1; omitted: all stays are of one. */
  sitting?: number | undefined
}

/** A stay with its comparison keys, each computed once. */
export type ReadStay = {
  stay: Stay
  kind: KindOfName
  /** As `nameKey`; empty if the name can't identify anybody. */
  name: string
  /** The words of that name. */
  words: string[]
  /** Empty: none was typed. */
  email: string
  person: Stay['person']
}

export function readStay(stay: Stay): ReadStay {
  const { typedName, typedEmail, person, confidence } = stay
  const kind = kindOfName(typedName, typedEmail, confidence === 1 ? person?.name : '')
  const isName = kind === 'name'
  return {
    stay,
    kind,
    name: isName ? nameKey(typedName) : '',
    words: isName ? wordsOfName(typedName) : [],
    email: lowerEmail(typedEmail),
    // Stays stored before notetakers were recognized may name their sender.
    person: kind === 'notetaker' ? null : person,
  }
}
