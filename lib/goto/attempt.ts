import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { type AnswerOf, type GotoCallName, gotoBases, gotoCalls, unknownKeys } from './contract/calls.ts'
import { type GotoErrorFacts, readBearerChallenge, readGotoError } from './contract/error-bodies.ts'
import { parseGotoJson } from './contract/json.ts'
import type { GotoFailure } from './errors.ts'
import type { Timing } from './timing.ts'
import { type GotoReply, OversizedReply, sendToGoto } from './transport.ts'

export type Prepared = { url: string; body: string | null; headers: Record<string, string> }
export type Answered<N extends GotoCallName> = { kind: 'answered'; answer: AnswerOf<N> }

const maxBytes = 10 * 1024 * 1024

/** Turns arguments into an address and a body. Only what the contract's strict schemas let through gets there. @throws ZodError */
export function prepare(name: GotoCallName, given: { path?: unknown; query?: unknown; body?: unknown }): Prepared {
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
    body: body === null ? null : isForm ? form(body) : JSON.stringify(body),
    // Nothing of an inbound request is passed on: these are all the headers there are.
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
  { url, body, headers }: Prepared,
  authorization: string,
  deadlineMs: number,
  timing: Timing,
): Promise<Answered<N> | GotoFailure> {
  const startedMs = timing.nowMs()
  const deadline = timing.deadline(deadlineMs)
  let result: Answered<N> | GotoFailure
  try {
    const { method } = gotoCalls[name]
    const request = { method, url, body, headers: { ...headers, authorization }, signal: deadline.signal, maxBytes }
    result = judge(name, await sendToGoto(request))
  } catch (thrown) {
    if (deadline.signal.aborted) result = { kind: 'too slow' }
    else if (thrown instanceof OversizedReply) result = { kind: 'unreadable', status: 200, why: thrown.message }
    else result = { kind: 'unreachable', sent: !isConnectFailure(thrown), thrown }
  } finally {
    deadline.stop()
  }
  log.debug({ goto: name, outcome: result.kind, ms: Math.round(timing.nowMs() - startedMs) }, 'goto call')
  return result
}

function judge<N extends GotoCallName>(name: N, reply: GotoReply): Answered<N> | GotoFailure {
  const isSuccess = reply.status >= 200 && reply.status < 300
  const json = readJson(reply.text)
  if (isSuccess) return judgeAnswer(name, reply, json)
  const facts = readGotoError(json)
  if (isBadToken(name, reply, facts)) return { kind: 'bad token', status: reply.status, facts }
  // A page for people in place of an answer: something between us and GoTo is speaking.
  if (reply.text.trimStart().startsWith('<') && reply.status !== 429) {
    return { kind: 'unreadable', status: reply.status, why: 'a page instead of JSON' }
  }
  return { kind: 'refused', status: reply.status, facts, retryAfter: reply.header('retry-after') }
}

function judgeAnswer<N extends GotoCallName>(name: N, reply: GotoReply, json: unknown): Answered<N> | GotoFailure {
  const { response, status } = gotoCalls[name]
  if (status === 204) return { kind: 'answered', answer: undefined as AnswerOf<N> }
  if (json === undefined)
    return { kind: 'unreadable', status: reply.status, why: `${reply.text.length} characters that are no JSON` }
  const parsed = response.answer.safeParse(json)
  reportUnknownKeys(name, json)
  if (parsed.success) return { kind: 'answered', answer: parsed.data as AnswerOf<N> }
  // Where and what kind, never the value: it may be a token or a person.
  const issues = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')} ${issue.code}`)
  return { kind: 'unreadable', status: reply.status, why: `not the contract: ${issues.join('; ')}` }
}

/**
 * A bad token on the product APIs is a 403 with a code, and so is a missing right, without it (goto-api.md 4.2).
 * The identity API says it with an empty body and a challenge, the Admin API with 401.
 */
function isBadToken(name: GotoCallName, reply: GotoReply, facts: GotoErrorFacts): boolean {
  const { api } = gotoCalls[name]
  // The gateway in front of all APIs may say it in place of each of them.
  if (api !== 'oauth' && reply.status === 403 && facts.code?.toLowerCase() === 'invalidtoken') return true
  switch (api) {
    case 'meetings':
      return reply.status === 401 || (reply.status === 403 && isUnauthorizedException(reply, facts))
    case 'admin':
      return reply.status === 401
    case 'identity':
      if (reply.status !== 401 && reply.status !== 403) return false
      return reply.text === '' || readBearerChallenge(reply.header('www-authenticate')) === 'invalid_token'
    case 'oauth':
      return false
  }
}

function isUnauthorizedException(reply: GotoReply, facts: GotoErrorFacts): boolean {
  return facts.code === null && (reply.header('x-amzn-errortype') ?? '').startsWith('UnauthorizedException')
}

function readJson(text: string): unknown {
  try {
    return text === '' ? undefined : parseGotoJson(text)
  } catch {
    return undefined
  }
}

const reported = new Set<GotoCallName>()

/** Once per endpoint and process: a vendor that adds a field tells us so, without filling the log. */
function reportUnknownKeys(name: GotoCallName, json: unknown): void {
  if (reported.has(name)) return
  const keys = unknownKeys(name, json)
  if (keys.length === 0) return
  reported.add(name)
  log.warn({ goto: name, keys: keys.slice(0, 20) }, 'GoTo answers with keys that the contract does not know')
}

const connectCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Whether the request cannot have left this machine. */
function isConnectFailure(thrown: unknown): boolean {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ('code' in error && typeof error.code === 'string' && connectCodes.has(error.code)) return true
    if (error instanceof AggregateError && error.errors.some(isConnectFailure)) return true
  }
  return false
}
