import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { type GotoCallName, gotoBases, gotoCalls } from './contract/calls.ts'
import type { Keep } from './contract/rows.ts'
import type { GotoFailure } from './errors.ts'
import { type Answered, isSuccess, judge, judgeLong } from './judge.ts'
import { longReader } from './long-reader.ts'
import { BrokenReply } from './split-rows.ts'
import type { Timing } from './timing.ts'
import { OversizedReply, sendToGoto } from './transport.ts'

export type Prepared = {
  url: string
  body: string | null
  headers: Record<string, string>
  /** What to keep of a long list. */
  keep: Keep
}

const maxBytes = 10 * 1024 * 1024

/**
 * Turns arguments into an address and a body, letting through only what the contract's strict schemas allow.
 * @throws ZodError
 */
export function prepare(
  name: GotoCallName,
  given: { path?: unknown; query?: unknown; body?: unknown; keep?: Keep },
): Prepared {
  const call = gotoCalls[name]
  const path = call.params === null ? {} : call.params.parse(given.path)
  const query = call.query === null ? {} : call.query.parse(given.query ?? {})
  const filled = call.path.replace(/\{(\w+)\}/g, (_all, key: string) => path[key as keyof typeof path])
  const search = form(query)
  const base = call.api === 'oauth' ? env().gotoAuthUrl : env().gotoApiUrl
  const body = call.body === null ? null : call.body.parse(given.body)
  const isForm = call.api === 'oauth'
  return {
    url: `${base}${gotoBases[call.api]}${filled}${search ? `?${search}` : ''}`,
    keep: given.keep ?? {},
    body: body === null ? null : isForm ? form(body) : JSON.stringify(body),
    // Nothing from an inbound request is passed on: these are all the headers.
    headers: {
      accept: 'application/json',
      'user-agent': 'Foyer',
      ...(body !== null && { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' }),
    },
  }
}

function form(fields: object): string {
  const given = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return new URLSearchParams(given).toString()
}

/** Sends one request and judges what came back. */
export async function attempt<N extends GotoCallName>(
  name: N,
  { url, body, headers, keep }: Prepared,
  authorization: string,
  deadlineMs: number,
  timing: Timing,
): Promise<Answered<N> | GotoFailure> {
  const startedMs = timing.nowMs()
  const deadline = timing.deadline(deadlineMs)
  let result: Answered<N> | GotoFailure
  try {
    const { method } = gotoCalls[name]
    const long = longReader(name, keep)
    const onChunk = long?.push ?? null
    const { signal } = deadline
    const reply = await sendToGoto({
      method,
      url,
      body,
      headers: { ...headers, authorization },
      signal,
      maxBytes,
      onChunk,
    })
    result = long && isSuccess(reply) ? judgeLong(name, reply, long) : judge(name, reply)
  } catch (thrown) {
    if (deadline.signal.aborted) result = { kind: 'too slow' }
    else if (thrown instanceof OversizedReply || thrown instanceof BrokenReply)
      result = { kind: 'unreadable', status: 200, why: thrown.message }
    else result = { kind: 'unreachable', sent: !isConnectFailure(thrown), thrown }
  } finally {
    deadline.stop()
  }
  log.debug({ goto: name, outcome: result.kind, ms: Math.round(timing.nowMs() - startedMs) }, 'goto call')
  return result
}

const connectCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Whether the request certainly never left this machine. */
function isConnectFailure(thrown: unknown): boolean {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ('code' in error && typeof error.code === 'string' && connectCodes.has(error.code)) return true
    if (error instanceof AggregateError && error.errors.some(isConnectFailure)) return true
  }
  return false
}
