/**
 * What a secret's hash leads to, in memory for half a second, because a page asks for several things at once: a
 * revocation anywhere takes effect everywhere within a second.
 */
export type RowCache<Row> = {
  /** The row with this hash, valid or not; null when there is none. */
  find(hash: string): Promise<Row | null>
  /** Whether a row with this hash has been found by this process, be it over by now. */
  isKnown(hash: string): boolean
}

export function rowCache<Row>(name: string, read: (hash: string) => Promise<Row | null>): RowCache<Row> {
  memories[name] ??= { rows: new Map(), known: new Set() }
  const { rows, known } = memories[name] as Memory<Row>

  async function readAndRemember(hash: string): Promise<Row | null> {
    const row = await read(hash)
    if (row !== null) remember(known, hash)
    return row
  }

  return {
    find(hash) {
      const kept = rows.get(hash)
      const at = performance.now()
      if (kept && at - kept.at < cachedMs) return kept.row
      const row = readAndRemember(hash)
      rows.set(hash, { at, row })
      row.catch(() => rows.delete(hash))
      if (rows.size > 5_000) forgetOld(rows, at)
      return row
    },
    isKnown: (hash) => known.has(hash),
  }
}

/** After a change to sessions, tokens or rights in this process, nothing older counts. */
export function forgetRows(): void {
  for (const { rows } of Object.values(memories)) rows.clear()
}

const cachedMs = 500

/** More secrets than a process ever serves; the longest-known ones are forgotten first. */
const mostKnown = 50_000

type Kept<Row> = Map<string, { at: number; row: Promise<Row | null> }>
type Memory<Row> = { rows: Kept<Row>; known: Set<string> }

/** Shared by both copies of this module in a process: see the decision on the node server. */
const shared = globalThis as typeof globalThis & { [key: symbol]: Record<string, Memory<unknown>> | undefined }
const key = Symbol.for('foyer.rows')
shared[key] ??= {}
const memories = shared[key]

function forgetOld<Row>(rows: Kept<Row>, at: number): void {
  for (const [hash, kept] of rows) if (at - kept.at >= cachedMs) rows.delete(hash)
}

function remember(known: Set<string>, hash: string): void {
  known.delete(hash)
  known.add(hash)
  if (known.size <= mostKnown) return
  const [longest] = known
  if (longest !== undefined) known.delete(longest)
}
