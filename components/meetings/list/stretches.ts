import type { Meeting } from '#lib/meetings/schema.ts'

/** One heading and the meetings under it. */
export type Section = { key: string; title: string; meetings: readonly Meeting[] }

/** A section, or some rows of one: those from `first` on, counted from 0, of `of`. */
export type Part = Section & { first: number; of: number }

/** Some rows that follow each other, shown as rows or as plain text together. Its key is where it ends. */
export type Stretch = { key: string; parts: Part[] }

const fewest = 12
const most = 40

/**
 * Cuts a list into stretches of some twenty rows. Where one ends depends on the ids around it and not on a count from the
 * top, so that a meeting more or less moves rows between two stretches and not between all: what moves loses the focus.
 */
export function stretchesOf(sections: readonly Section[]): Stretch[] {
  const stretches: Stretch[] = []
  let parts: Part[] = []
  let size = 0
  const end = (key: string) => {
    stretches.push({ key, parts })
    parts = []
    size = 0
  }
  for (const section of sections) {
    const of = section.meetings.length
    for (let first = 0; first < of; ) {
      const rows = rowsOf(section, first, size)
      parts.push({ ...section, meetings: rows, first, of })
      first += rows.length
      size += rows.length
      const last = rows.at(-1)
      if (last && isEnd(last, size)) end(`${section.key} ${last.id}`)
    }
  }
  if (parts.length > 0) end('end')
  return stretches
}

/** The rows of a section from `first` on that go into a stretch which has `size` rows already. */
function rowsOf({ meetings }: Section, first: number, size: number): Meeting[] {
  const rest = meetings.slice(first, first + most - size)
  const last = rest.findIndex((meeting, nth) => isEnd(meeting, size + nth + 1))
  return last < 0 ? rest : rest.slice(0, last + 1)
}

/** One id in eight ends a stretch that is long enough, and always the same ids. */
function isEnd({ id }: Meeting, size: number): boolean {
  return size >= most || (size >= fewest && id.charCodeAt(id.length - 1) % 8 === 0)
}
