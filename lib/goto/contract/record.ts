import { z } from 'zod'
import { type LongRows, listOf, type RowReading, rowReader } from './rows.ts'
import * as tolerant from './tolerant.ts'

export type GotoApi = 'meetings' | 'admin' | 'identity' | 'oauth'

/** Everything known about one endpoint. The client, the sandbox and all their types derive from it. */
export type GotoCallRecord = {
  api: GotoApi
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** As in the vendor's documents, with `{names}` for what `params` contains. */
  path: string
  params: z.ZodObject | null
  /** Strict: an unknown key is an error. Values are strings, as they appear in the address. */
  query: z.ZodType | null
  /** Strict, as sent on the wire. */
  body: z.ZodType | null
  /**
   * Its documented 404 may mean that the period is empty or that the person does not exist: this call tells which
   * (goto-api.md 17.15).
   */
  confirmedBy?: 'getOrganizer' | 'listUpcomingMeetings'
  /** The documented success status, then all documented ones. 403 `InvalidToken` and 429 can come from any call. */
  status: number
  statuses: readonly number[]
  response: GotoResponse
  who: 'organizer' | 'organizer or admin' | 'own key or admin' | 'admin' | 'any token' | 'client'
  /** Whether the same call may be repeated when the outcome of the first one is unknown. */
  replay: 'safe' | 'never'
  isDeprecated: boolean
  /** Where it is documented. S2-only calls are not among the 26 of the first specification. */
  spec: 'S1' | 'S2' | 'pages'
  source: string
}

export type GotoResponse = {
  /** The vendor's specified shape, exactly: what the sandbox promises to send. */
  specified: z.ZodType
  /** What the client accepts, specified or observed; its output is our internal shape. */
  answer: z.ZodType
  /** Every known key of a row, in lower case: anything else is new to us. */
  known: ReadonlySet<string>
  /** For a list, how one of its rows is read. null: the answer is not a list. */
  readRow: ((value: unknown) => RowReading<unknown>) | null
  /**
   * For a list of everything there ever was, when a row's session began, as far as that can be read without reading
   * the row. null: a short list.
   */
  beganAt: ((value: unknown) => string | null) | null
}

type Row<S extends z.ZodType, A extends z.ZodType> = {
  specified: S
  answer: A
  known: ReadonlySet<string>
  /** A row's fields by our names, as they arrived. */
  pick: (value: unknown) => unknown
}
type Tolerant<A extends z.ZodType> = { schema: A; names: readonly string[]; pick: (value: unknown) => unknown }

/** A row in both readings. `ignored` are keys that were observed and are not used. */
export function row<S extends z.ZodObject, A extends z.ZodType>(
  specified: S,
  { schema: answer, names: ours, pick }: Tolerant<A>,
  ignored: readonly string[] = [],
): Row<S, A> {
  const names = [...Object.keys(specified.shape), ...ours, ...ignored]
  return { specified, answer, pick, known: new Set(names.map((name) => name.toLowerCase())) }
}

/** No body: PUT and DELETE answer 204. */
export const nothing = {
  specified: z.undefined(),
  answer: z.undefined(),
  known: new Set<string>(),
  readRow: null,
  beganAt: null,
}

/** A plain object. */
export function plain<S extends z.ZodType, A extends z.ZodType>({ specified, answer, known }: Row<S, A>) {
  return { specified, answer: z.preprocess(first, answer), known, readRow: null, beganAt: null }
}

/** The vendor's array that always holds one object (goto-api.md 4); some answers were the bare object. */
export function one<S extends z.ZodType, A extends z.ZodType>({ specified, answer, known }: Row<S, A>) {
  return { specified: z.tuple([specified]), answer: z.preprocess(first, answer), known, readRow: null, beganAt: null }
}

/** A bare array of rows, each identified by `id`. */
export function many<S extends z.ZodType, A extends z.ZodType>(
  { specified, answer, known, pick }: Row<S, A>,
  id: Extract<keyof z.output<A>, string>,
) {
  const readRow = rowReader(answer, (value) => idOf(pick(value), id))
  return { specified: z.array(specified), answer: listOf(readRow), known, readRow, beganAt: null }
}

/** A list of everything there ever was, so of unknown length. */
export function long<S extends z.ZodType, R extends { startTime: string }>(
  row: Row<S, z.ZodType<R>>,
  id: Extract<keyof R, string>,
) {
  const list = many(row, id)
  const answer = list.answer.transform((rows): LongRows<R> => ({ ...rows, cut: null }))
  return { ...list, answer, beganAt: (value: unknown) => beganAt(row.pick(value)) }
}

function idOf(picked: unknown, name: string): string | null {
  return tolerant.optionalId.safeParse(fieldOf(picked, name)).data ?? null
}

function beganAt(picked: unknown): string | null {
  return tolerant.optionalInstant.safeParse(fieldOf(picked, 'startTime')).data ?? null
}

function fieldOf(picked: unknown, name: string): unknown {
  return typeof picked === 'object' && picked !== null && name in picked ? picked[name as keyof object] : null
}

function first(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value
}
