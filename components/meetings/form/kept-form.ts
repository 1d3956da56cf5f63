import { type Kept, keepDraft, readDraft } from '#components/shell/kept-draft.ts'
import { type FormValues, isFormValues } from './form-values.ts'

/** What is kept of an open form, so that neither a reload nor a second press loses or doubles anything. */
export type KeptForm = {
  values: FormValues
  /** Every attempt to create from this form has this id: the server never creates twice under it. */
  requestId: string
  /** The meeting's version when editing began; null for a new one. */
  version: number | null
  /** It is unclear whether GoTo created it. */
  isUnsure: boolean
  /** While it is unclear: what was sent, whatever was typed since. */
  sent?: FormValues | null
}

/** Where a new meeting's form is kept. `word`: which form, as in the address; empty for the plain one. */
export function newPlace(word: string): string {
  return word ? `meeting-new-${word}` : 'meeting-new'
}

export function editPlace(id: string): string {
  return `meeting-${id}`
}

export function readForm(place: string): Kept<KeptForm> | null {
  return readDraft(place, isKeptForm)
}

export function keepForm(place: string, form: KeptForm | null): void {
  keepDraft(place, form)
}

function isKeptForm(kept: unknown): kept is KeptForm {
  if (typeof kept !== 'object' || kept === null) return false
  const { values, requestId, version, isUnsure } = kept as KeptForm
  const isWhole = typeof requestId === 'string' && typeof isUnsure === 'boolean'
  return isWhole && (version === null || typeof version === 'number') && isFormValues(values)
}
