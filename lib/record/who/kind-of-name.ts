import { isNotetaker } from './is-notetaker.ts'
import { isPlaceholder } from './is-placeholder.ts'

/** `none`: nothing was typed. */
export type KindOfName = 'name' | 'placeholder' | 'notetaker' | 'none'

/** What kind of name was typed. The address only reveals a notetaker whose name doesn't. */
export function kindOfName(typedName: string, typedEmail: string): KindOfName {
  if (isNotetaker(typedName, typedEmail)) return 'notetaker'
  if (typedName.trim() === '') return 'none'
  return isPlaceholder(typedName) ? 'placeholder' : 'name'
}
