/**
 * A text as it can be stored, from GoTo and people alike, so that what GoTo reports later never differs from what was
 * typed. PostgreSQL rejects NUL, and one such subject would cost an organizer the whole listing. Lines and tabs stay.
 */
export function toStorable(value: string): string {
  return value.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '')
}
