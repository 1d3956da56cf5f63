/** At most this many characters reach GoTo, counted as they are sent (goto-api.md 5.2 does not say which are counted). */
export const subjectLimit = 100

/** A subject as GoTo wants it: `<` and `>` as HTML entities (goto-api.md 5.2). Nothing else is encoded there. */
export function toGotoSubject(subject: string): string {
  return subject.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A subject as a person typed it. Somebody who typed the entity itself gets the character: GoTo keeps no difference. */
export function fromGotoSubject(subject: string): string {
  return subject.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
}
