/** GoTo's limit in characters, counted as sent (goto-api.md 5.2 does not say how it counts). */
export const subjectLimit = 100

/** A subject as GoTo wants it: `<` and `>` as HTML entities (goto-api.md 5.2). Nothing else is encoded there. */
export function toGotoSubject(subject: string): string {
  return subject.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A subject as a person typed it. An entity typed as such becomes the character: GoTo makes no difference. */
export function fromGotoSubject(subject: string): string {
  return subject.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
}
