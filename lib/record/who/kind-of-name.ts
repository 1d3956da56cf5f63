import { isNotetaker } from './is-notetaker.ts'
import { isPlaceholder } from './is-placeholder.ts'

/** `none`: nothing was typed. */
export type KindOfName = 'name' | 'placeholder' | 'notetaker' | 'none'

/** What a typed name is. The address only tells a notetaker that does not say so itself. */
export function kindOfName(typedName: string, typedEmail: string): KindOfName {
  if (isNotetaker(typedName, typedEmail)) return 'notetaker'
  if (typedName.trim() === '') return 'none'
  return isPlaceholder(typedName) ? 'placeholder' : 'name'
}
