/**
 * A text as it can be kept, from GoTo and from people alike, so that what GoTo tells later never differs from what was
 * typed. PostgreSQL takes no NUL, and one such subject would cost an organizer the whole listing. Lines and tabs stay.
 */
export function toStorable(value: string): string {
  return value.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '')
}
