/** What a table is sorted by. */
export type Sort<Key extends string> = { by: Key; isDescending: boolean }

export type Sorting<Key extends string> = {
  /** `minutes` or `-minutes`, as the address bar says it. */
  read(text: string | null): Sort<Key>
  /** Null for the order that needs no saying. */
  write(sort: Sort<Key>): string | null
  /** What pressing a column's header sorts by: the same again turns it round. */
  next(sort: Sort<Key>, by: Key): Sort<Key>
}

/** How the columns of one table are sorted. `mostFirst`: those that begin with the most, or the newest. */
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

/** Texts as people sort them, whatever their case. */
export function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), 'en', { sensitivity: 'base' })
}
