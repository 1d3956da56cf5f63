/** Why a text has no value: it means nothing, or what reads it could not be loaded. */
export type WhyUnread = 'meaningless' | 'unloaded'

/** What the fields for a time and a day have in common. */
export type TypedFieldProps = {
  'aria-label'?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string | undefined
  'aria-invalid'?: true | undefined
  id?: string
  /** `14:30`, `2026-11-24`; empty for none. */
  value: string
  /** With every key: the value of what is typed, or empty while there is none. */
  onChange: (value: string) => void
  /** With every key: the text if it has no value, and why; null: it has, or is empty. */
  onUnread?: ((text: string | null, why: WhyUnread) => void) | undefined
  className?: string
}
