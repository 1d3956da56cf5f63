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
  /** With every key: the text if it has no value; null: it has, or is empty. */
  onUnread?: ((text: string | null) => void) | undefined
  className?: string
}
