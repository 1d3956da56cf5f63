import { apart } from '#lib/apart.ts'

/** Enough to tell which meeting is meant. */
const longest = 60

/** A subject in a sentence that passes by: `“Product training”`. */
export function quoted(subject: string): string {
  const letters = [...subject]
  return `“${apart(
    letters.length > longest
      ? `${letters
          .slice(0, longest - 1)
          .join('')
          .trimEnd()}…`
      : subject,
  )}”`
}
