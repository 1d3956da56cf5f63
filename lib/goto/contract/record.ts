import { z } from 'zod'
import { type LongRows, listOf, type RowReading, rowReader } from './rows.ts'
import * as tolerant from './tolerant.ts'

export type GotoApi = 'meetings' | 'admin' | 'identity' | 'oauth'

/** Everything that is known of one endpoint. The client, the sandbox and all their types follow from it. */
export type GotoCallRecord = {
  api: GotoApi
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** As in the vendor's documents, with `{names}` for what `params` holds. */
  path: string
  params: z.ZodObject | null
  /** Strict: an unknown key is an error. Values are strings, as they stand in the address. */
  query: z.ZodType | null
  /** Strict, as it stands on the wire. */
  body: z.ZodType | null
  /**
   * Its documented 404 may mean that there is nothing in the period, or that there is nobody: this call tells which
   * (goto-api.md 17.15).
   */
  confirmedBy?: 'getOrganizer' | 'listUpcomingMeetings'
  /** The documented status of success, then all documented ones. 403 `InvalidToken` and 429 can come from any call. */
  status: number
  statuses: readonly number[]
  response: GotoResponse
  who: 'organizer' | 'organizer or admin' | 'own key or admin' | 'admin' | 'any token' | 'client'
  /** Whether the same call may be sent again when nobody knows what became of the first one. */
  replay: 'safe' | 'never'
  isDeprecated: boolean
  /** Where it is documented. S2-only calls are not among the 26 of the first specification. */
  spec: 'S1' | 'S2' | 'pages'
  source: string
}

export type GotoResponse = {
  /** The vendor's specified shape, exactly: what the sandbox promises to write. */
  specified: z.ZodType
  /** What the client accepts, specified or observed; its output is our internal shape. */
  answer: z.ZodType
  /** Every key, in lower case, that is known in a row: what is not here is new to us. */
  known: ReadonlySet<string>
  /** Of a list, how one row of it is read. null: the answer is no list. */
  readRow: ((value: unknown) => RowReading<unknown>) | null
  /** Of a list that holds all there ever was, when a row's session began; it is read as it arrives. null: a short one. */
  beganAt: ((row: never) => string) | null
}

type Row<S extends z.ZodType, A extends z.ZodType> = {
  specified: S
  answer: A
  known: ReadonlySet<string>
  /** The fields of a row by our names, as they arrived. */
  pick: (value: unknown) => unknown
}
type Tolerant<A extends z.ZodType> = { schema: A; names: readonly string[]; pick: (value: unknown) => unknown }

/** A row in both readings. `ignored` are keys that were observed and have no use. */
export function row<S extends z.ZodObject, A extends z.ZodType>(
  specified: S,
  { schema: answer, names: ours, pick }: Tolerant<A>,
  ignored: readonly string[] = [],
): Row<S, A> {
  const names = [...Object.keys(specified.shape), ...ours, ...ignored]
  return { specified, answer, pick, known: new Set(names.map((name) => name.toLowerCase())) }
}

/** No body at all, as PUT and DELETE answer with 204. */
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

/** A bare array of rows, each of which `id` names. */
export function many<S extends z.ZodType, A extends z.ZodType>(
  { specified, answer, known, pick }: Row<S, A>,
  id: Extract<keyof z.output<A>, string>,
) {
  const readRow = rowReader(answer, (value) => idOf(pick(value), id))
  return { specified: z.array(specified), answer: listOf(readRow), known, readRow, beganAt: null }
}

/** A list that holds all there ever was, so that nobody knows how long it is. */
export function long<S extends z.ZodType, R extends { startTime: string }>(
  row: Row<S, z.ZodType<R>>,
  id: Extract<keyof R, string>,
) {
  const list = many(row, id)
  const answer = list.answer.transform((rows): LongRows<R> => ({ ...rows, cut: null }))
  return { ...list, answer, beganAt: ({ startTime }: R) => startTime }
}

function idOf(picked: unknown, name: string): string | null {
  const value = typeof picked === 'object' && picked !== null && name in picked ? picked[name as keyof object] : null
  return tolerant.optionalId.safeParse(value).data ?? null
}

function first(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value
}
