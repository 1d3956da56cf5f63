import type { z } from 'zod'
import { groupCalls } from './group-calls.ts'
import { meetingCalls } from './meeting-calls.ts'
import { oauthCalls } from './oauth-calls.ts'
import { organizerCalls } from './organizer-calls.ts'
import { personCalls } from './person-calls.ts'
import type { GotoApi } from './record.ts'
import { type Keep, type LongRows, type Rows, valuesOf } from './rows.ts'

/** Every GoTo endpoint Foyer knows. No other endpoint is ever called. */
export const gotoCalls = { ...meetingCalls, ...organizerCalls, ...groupCalls, ...personCalls, ...oauthCalls } as const

/** Where each API lives below its host: `GOTO_API_URL`, and `GOTO_AUTH_URL` for OAuth (goto-api.md 2). */
export const gotoBases = {
  meetings: '/G2M/rest',
  admin: '/admin/rest/v1',
  identity: '/identity/v1',
  oauth: '',
} as const satisfies Record<GotoApi, string>

type Calls = typeof gotoCalls

/** All calls, or those of one API: `GotoCallName<'meetings'>`. */
export type GotoCallName<A extends GotoApi = GotoApi> = {
  [N in keyof Calls]: Calls[N]['api'] extends A ? N : never
}[keyof Calls]

type Input<S> = S extends z.ZodType ? z.input<S> : null

export type PathOf<N extends GotoCallName> = Input<Calls[N]['params']>
export type QueryOf<N extends GotoCallName> = Input<Calls[N]['query']>
export type BodyOf<N extends GotoCallName> = Input<Calls[N]['body']>
/** Our internal shape: ids as digit strings, times as ISO strings in UTC, real booleans and numbers. */
export type AnswerOf<N extends GotoCallName> = z.output<Calls[N]['response']['answer']>
/** One row of a list's answer. */
export type RowOf<N extends GotoCallName> = AnswerOf<N> extends Rows<infer R> ? R : never
/** The vendor's specified shape: what goes over the wire. */
export type GotoWire<N extends GotoCallName> = z.input<Calls[N]['response']['specified']>

/** What a call needs besides its name; parts the endpoint does not have cannot be given. */
export type GotoArguments<N extends GotoCallName> = Part<'path', PathOf<N>> &
  Part<'query', QueryOf<N>> &
  Part<'body', BodyOf<N>> &
  (AnswerOf<N> extends LongRows<unknown> ? { keep?: Keep } : { keep?: never })

type Part<K extends string, V> = [V] extends [null]
  ? { [P in K]?: never }
  : object extends V
    ? { [P in K]?: V }
    : { [P in K]: V }

/** Names of keys in an answer that are not described yet, for the log. */
export function unknownKeys(name: GotoCallName, json: unknown): string[] {
  const { known } = gotoCalls[name].response
  const found = new Set<string>()
  for (const row of valuesOf(json) ?? []) {
    if (typeof row !== 'object' || row === null) continue
    for (const key of Object.keys(row)) if (!known.has(key.toLowerCase())) found.add(key)
  }
  return [...found]
}
