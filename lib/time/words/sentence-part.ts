/** The position of a part of a sentence. */
export type Part = { from: number; to: number }

/** What may stand before and after a part, as patterns: `1.12` is no part of `1.12.0`. */
const before = '(?<=^|[\\s,;([])'
const after = '(?=[\\s,;)\\]!?]|:(?:\\s|$)|\\.?$)'

/** A pattern that finds whole words only. */
export function words(pattern: string, flags = 'gi'): RegExp {
  return new RegExp(`${before}(?:${pattern})${after}`, flags)
}

/** Whether only spaces, commas and the like separate two parts. */
export function isBeside(text: string, one: Part, other: Part): boolean {
  if (overlaps(one, other)) return false
  const between = one.to <= other.from ? text.slice(one.to, other.from) : text.slice(other.to, one.from)
  return /^[\s,;()[\]]*$/.test(between)
}

export function overlaps(one: Part, other: Part): boolean {
  return one.from < other.to && other.from < one.to
}

/** Of parts that overlap, the one that begins first, and of those the longest: `3 Dec` of `3 Dec 10`. In order. */
export function firstOfEach<Kind extends Part>(parts: Kind[]): Kind[] {
  const sorted = parts.toSorted((a, b) => a.from - b.from || b.to - a.to)
  const kept: Kind[] = []
  for (const part of sorted) if (!kept.some((one) => overlaps(one, part))) kept.push(part)
  return kept
}

/** What is left of a sentence without these parts. */
export function without(text: string, parts: Part[]): string {
  const signs = text.split('').map((sign, at) => (parts.some(({ from, to }) => at >= from && at < to) ? ' ' : sign))
  const rest = signs
    .join('')
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
  return rest.replace(/ (?=[,;)!?])| \.$/g, '').replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')
}

export function partOf(match: RegExpMatchArray): Part {
  const from = match.index ?? 0
  return { from, to: from + match[0].length }
}

/** After a word that stands alone, the sentence goes on with one of these; any other word makes both one name. */
const joining =
  /^(?:with|w\/|mit|and|und|or|oder|in|im|at|um|on|am|by|bei|for|für|to|zu|of|von|about|über|via|per|from|re|vs|is|ist|but|aber|not)$/i

/** Whether a part belongs to the word after it: `Monday` of `Monday review`, not of `Lunch Monday` or `Monday with Ann`. */
export function isAttribute(text: string, part: Part, read: Part[]): boolean {
  const next = /^\s+([\p{L}\p{N}\p{Co}][^\s,;]*)/u.exec(text.slice(part.to))
  if (!next) return false
  const from = part.to + next[0].length - (next[1]?.length ?? 0)
  return !joining.test(next[1] ?? '') && !read.some((other) => overlaps(other, { from, to: from + 1 }))
}
