import { type KindOfName, kindOfName } from './kind-of-name.ts'
import { nameKey } from './name-key.ts'
import { wordsOfName } from './words-of-name.ts'

/** A stored stay. */
export type Stay = {
  id: string
  typedName: string
  typedEmail: string
  /** null: GoTo does not say when. */
  joinedAt: Date | null
  leftAt: Date | null
  person: { id: string; name: string } | null
  confidence: number | null
  reasons: string[]
}

/** A stay with what it is compared by, each worked out once. */
export type ReadStay = {
  stay: Stay
  kind: KindOfName
  /** As `nameKey`; empty where the name is none that could tell anybody. */
  name: string
  /** The words of that name. */
  words: string[]
  /** Empty: none was typed. */
  email: string
  person: Stay['person']
}

export function readStay(stay: Stay): ReadStay {
  const { typedName, typedEmail, person } = stay
  const kind = kindOfName(typedName, typedEmail)
  const isName = kind === 'name'
  return {
    stay,
    kind,
    name: isName ? nameKey(typedName) : '',
    words: isName ? wordsOfName(typedName) : [],
    email: typedEmail.normalize('NFKC').trim().toLowerCase(),
    // Stored before notetakers were told apart, a stay may name who sent it.
    person: kind === 'notetaker' ? null : person,
  }
}
