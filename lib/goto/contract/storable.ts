/**
 * A text as it can be stored, from GoTo and people alike, so that what GoTo reports later never differs from what was
 * typed. PostgreSQL rejects NUL, and one such subject would cost an organizer the whole listing. Lines and tabs stay.
 * What nobody could see is no text.
 */
export function toStorable(value: string): string {
  const text = withoutTurning(value.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, ''))
  return unseen.test(text) ? '' : text
}

/**
 * Without the controls that turn the direction of whatever follows them, in a file or a mail also of what belongs to
 * others. Letters have their direction by themselves.
 */
export function withoutTurning(text: string): string {
  return text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
}

/**
 * Nothing but spaces and signs that leave no mark: zero-width ones, fillers of Hangul, variation selectors, tags, the
 * soft hyphen, and blanks that Unicode counts among letters and symbols.
 */
const unseen =
  /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800\uFFF9-\uFFFB\u{13441}\u{13442}\u{16FE4}\u{1D159}]*$/u
