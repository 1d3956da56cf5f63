import { z } from 'zod'

/** A list row that could not be read: its id if readable, and the name of what is wrong, without any value. */
export type SetAside = { id: string | null; because: string }

/** What a list means: its good rows, and those set aside so that one odd row does not cost all the others. */
export type Rows<R> = { rows: R[]; setAside: SetAside[] }

/**
 * What is kept of a long list. `cut`: more rows were wanted than are kept; rows of sessions that began at `until` or
 * before are missing, and none of later ones.
 */
export type LongRows<R> = Rows<R> & { cut: { rows: number; until: string } | null }

/**
 * Which part of a long list is wanted: by when sessions began, by default all; if there are too many, the newest.
 * Unwanted rows are not read at all, which saves most of the work.
 */
export type Keep = { isWanted?: (beganAt: string) => boolean; atMost?: number }

export type RowReading<R> = { isRead: true; row: R } | { isRead: false; setAside: SetAside }

/** Reads one row, or says why not. `idOf` finds the id of an otherwise unreadable row. */
export function rowReader<A extends z.ZodType>(schema: A, idOf: (value: unknown) => string | null) {
  return (value: unknown): RowReading<z.output<A>> => {
    const parsed = schema.safeParse(value)
    if (parsed.success) return { isRead: true, row: parsed.data }
    return { isRead: false, setAside: { id: idOf(value), because: nameOf(parsed.error.issues) } }
  }
}

/** A list fails only when it has rows and none can be read: then it is not what we take it for. */
export function listOf<R>(readRow: (value: unknown) => RowReading<R>) {
  return z.unknown().transform((value, problems): Rows<R> => {
    const values = valuesOf(value)
    if (values === null) return refuse('is not a list')
    const { rows, setAside } = readAll(values, readRow)
    if (rows.length > 0 || setAside.length === 0) return { rows, setAside }
    return refuse(`has no readable row: ${setAside[0]?.because}`)

    function refuse(message: string) {
      problems.addIssue({ code: 'custom', message })
      return z.NEVER
    }
  })
}

/** The rows of a raw answer: a bare array; a single object and `{meetings: […]}` were seen too (goto-api.md 5.8, 6). */
export function valuesOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return null
  return 'meetings' in value && Array.isArray(value.meetings) ? value.meetings : [value]
}

function readAll<R>(values: unknown[], readRow: (value: unknown) => RowReading<R>): Rows<R> {
  const list: Rows<R> = { rows: [], setAside: [] }
  for (const value of values) {
    const reading = readRow(value)
    if (reading.isRead) list.rows.push(reading.row)
    else list.setAside.push(reading.setAside)
  }
  return list
}

/** Our own messages only name what is wrong; the parser's may one day quote a value, so they stay out. */
function nameOf(issues: readonly { path: PropertyKey[]; code: string; message: string }[]): string {
  const names = issues.slice(0, 3).map(({ path, code, message }) => {
    const what = message.startsWith('is ') ? message : code === 'invalid_type' ? 'has the wrong type' : 'cannot be read'
    return `${path.join('.') || 'the row'} ${what}`
  })
  return [...new Set(names)].join('; ')
}
