import { isNotetaker } from './is-notetaker.ts'
import { isPlaceholder } from './is-placeholder.ts'
import { plainName } from './plain-name.ts'

/** Of an endless name its beginning says what it is: looking for patterns takes longer than the name grows. */
const longestLookedAt = 300

/** `none`: nothing was typed. */
export type KindOfName = 'name' | 'placeholder' | 'notetaker' | 'none'

/**
 * What kind of name was typed. The address only reveals a notetaker whose name doesn't. A program types its sender's
 * address, but not under the name of who proved it (`provenName`): that is somebody.
 */
export function kindOfName(name: string, typedEmail: string, provenName = ''): KindOfName {
  const typedName = name.slice(0, longestLookedAt)
  const isProven = plainName(provenName) !== '' && plainName(provenName) === plainName(name)
  if (!isProven && isNotetaker(typedName, typedEmail)) return 'notetaker'
  if (typedName.trim() === '') return 'none'
  return isPlaceholder(typedName) ? 'placeholder' : 'name'
}
