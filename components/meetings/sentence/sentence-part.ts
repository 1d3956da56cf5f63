/** The position of a part of a sentence. */
export type Part = { from: number; to: number }

/** Whether only spaces and a comma separate two parts. */
export function isBeside(text: string, one: Part, other: Part): boolean {
  if (overlaps(one, other)) return false
  const between = one.to <= other.from ? text.slice(one.to, other.from) : text.slice(other.to, one.from)
  return /^[\s,]*$/.test(between)
}

export function overlaps(one: Part, other: Part): boolean {
  return one.from < other.to && other.from < one.to
}

/** What is left of a sentence without these parts. */
export function without(text: string, parts: Part[]): string {
  const fromTheEnd = [...parts].sort((a, b) => b.from - a.from)
  const rest = fromTheEnd.reduce((left, { from, to }) => `${left.slice(0, from)} ${left.slice(to)}`, text)
  return rest.replace(/\s+/g, ' ').replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')
}

/** A match as a part: the space before it belongs to the pattern, not to the part. */
export function partOf(match: RegExpMatchArray): Part {
  const from = (match.index ?? 0) + (/^\s/.test(match[0]) ? 1 : 0)
  return { from, to: (match.index ?? 0) + match[0].length }
}
