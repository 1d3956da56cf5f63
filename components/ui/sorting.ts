/** What a table is sorted by. */
export type Sort<Key extends string> = { by: Key; isDescending: boolean }

export type Sorting<Key extends string> = {
  /** `minutes` or `-minutes`, as in the address bar. */
  read(text: string | null): Sort<Key>
  /** Null for the default order. */
  write(sort: Sort<Key>): string | null
  /** What pressing a column's header sorts by; the same one again reverses it. */
  next(sort: Sort<Key>, by: Key): Sort<Key>
}

/** How the columns of one table are sorted. `mostFirst`: those that start with the most, or the newest. */
export function sortingOf<Key extends string>(
  keys: readonly Key[],
  standard: Sort<Key>,
  mostFirst: readonly Key[],
): Sorting<Key> {
  return {
    read(text) {
      const isDescending = text?.startsWith('-') ?? false
      const by = keys.find((key) => text === `${isDescending ? '-' : ''}${key}`)
      return by ? { by, isDescending } : standard
    },
    write({ by, isDescending }) {
      if (by === standard.by && isDescending === standard.isDescending) return null
      return `${isDescending ? '-' : ''}${by}`
    },
    next(sort, by) {
      return { by, isDescending: sort.by === by ? !sort.isDescending : mostFirst.includes(by) }
    },
  }
}

/** Texts as people sort them, ignoring case; unknown values come first. */
export function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), 'en', { sensitivity: 'base' })
}
