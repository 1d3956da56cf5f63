import { z } from 'zod'

/** A row of a list that could not be read: its id as far as that could, and the name of what is wrong, without any value. */
export type SetAside = { id: string | null; because: string }

/** What a list means: its good rows, and what was put aside so that one odd row does not refuse all others. */
export type Rows<R> = { rows: R[]; setAside: SetAside[] }

/**
 * What is kept of a long list. `cut`: more rows were wanted than are kept; of what began at `until` or before, rows are
 * missing, and of what began later none.
 */
export type LongRows<R> = Rows<R> & { cut: { rows: number; until: string } | null }

/** What somebody wants of a long list: without a choice all of it, and of too much the newest. */
export type Keep<R> = { isWanted?: (row: R) => boolean; atMost?: number }

export type RowReading<R> = { isRead: true; row: R } | { isRead: false; setAside: SetAside }

/** Reads one row, or says why not. `idOf` finds the id of a row that is otherwise unreadable. */
export function rowReader<A extends z.ZodType>(schema: A, idOf: (value: unknown) => string | null) {
  return (value: unknown): RowReading<z.output<A>> => {
    const parsed = schema.safeParse(value)
    if (parsed.success) return { isRead: true, row: parsed.data }
    return { isRead: false, setAside: { id: idOf(value), because: nameOf(parsed.error.issues) } }
  }
}

/** A list fails only when it has rows and none of them can be read: then it is another thing than we take it for. */
export function listOf<R>(readRow: (value: unknown) => RowReading<R>) {
  return z.unknown().transform((value, problems): Rows<R> => {
    const values = valuesOf(value)
    if (values === null) return refuse('is no list')
    const { rows, setAside } = readAll(values, readRow)
    if (rows.length > 0 || setAside.length === 0) return { rows, setAside }
    return refuse(`has no row that can be read: ${setAside[0]?.because}`)

    function refuse(message: string) {
      problems.addIssue({ code: 'custom', message })
      return z.NEVER
    }
  })
}

/** The rows of an answer as it arrived: a bare array; a single object and `{meetings: […]}` were seen too (goto-api.md 5.8, 6). */
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

/** Our own messages are names of what is wrong; those of the parser may one day quote a value and stay out. */
function nameOf(issues: readonly { path: PropertyKey[]; code: string; message: string }[]): string {
  const names = issues.slice(0, 3).map(({ path, code, message }) => {
    const what = message.startsWith('is ') ? message : code === 'invalid_type' ? 'is of another type' : 'cannot be read'
    return `${path.join('.') || 'the row'} ${what}`
  })
  return [...new Set(names)].join('; ')
}
