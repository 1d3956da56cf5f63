import { type AnswerOf, type GotoCallName, gotoCalls } from './contract/calls.ts'
import { type GotoErrorFacts, readBearerChallenge, readGotoError } from './contract/error-bodies.ts'
import { parseGotoJson } from './contract/json.ts'
import { type GotoResponse, nothing } from './contract/record.ts'
import type { Rows } from './contract/rows.ts'
import type { GotoFailure } from './errors.ts'
import type { LongReader } from './long-reader.ts'
import { reportSetAside, reportUnknownKeys } from './report-odd.ts'
import type { GotoReply } from './transport.ts'

export type Answered<N extends GotoCallName> = { kind: 'answered'; answer: AnswerOf<N> }

/** What an answer means: the contract's answer, or why it is not one. */
export function judge<N extends GotoCallName>(name: N, reply: GotoReply): Answered<N> | GotoFailure {
  const json = readJson(reply.text)
  const isPage = reply.text.trimStart().startsWith('<')
  if (isSuccess(reply) && !isPage) return judgeAnswer(name, reply, json)
  const facts = readGotoError(json)
  if (isBadToken(name, reply, facts)) return { kind: 'bad token', status: reply.status, facts }
  // A page for people instead of an answer: something between us and GoTo is talking.
  if (isPage && reply.status !== 429) {
    return { kind: 'unreadable', status: reply.status, why: 'a page instead of JSON' }
  }
  // Whatever is in front of GoTo does not know the address; that says nothing about a meeting or an organizer.
  if (facts.family === 'edge')
    return { kind: 'unreadable', status: reply.status, why: 'an edge that knows no such address' }
  return { kind: 'refused', status: reply.status, facts, retryAfter: reply.header('retry-after') }
}

export function isSuccess({ status }: GotoReply): boolean {
  return status >= 200 && status < 300
}

/** The same for a long list, which was read as it arrived. */
export function judgeLong<N extends GotoCallName>(
  name: N,
  reply: GotoReply,
  long: LongReader,
): Answered<N> | GotoFailure {
  const list = long.end()
  if (list === null) return { kind: 'unreadable', status: reply.status, why: 'not a list' }
  reportSetAside(name, list.setAside)
  if (list.rows.length > 0 || long.hasRead() || list.setAside.length === 0)
    return { kind: 'answered', answer: list as AnswerOf<N> }
  const why = `not the contract: has no readable row: ${list.setAside[0]?.because}`
  return { kind: 'unreadable', status: reply.status, why }
}

function judgeAnswer<N extends GotoCallName>(name: N, reply: GotoReply, json: unknown): Answered<N> | GotoFailure {
  const response: GotoResponse = gotoCalls[name].response
  if (response === nothing) return { kind: 'answered', answer: undefined as AnswerOf<N> }
  // A list without a body is empty, with a 204 or not.
  const value = response.readRow && reply.text.trim() === '' ? [] : json
  if (value === undefined)
    return { kind: 'unreadable', status: reply.status, why: `${reply.text.length} characters that are not JSON` }
  const parsed = response.answer.safeParse(value)
  reportUnknownKeys(name, value)
  if (parsed.success) {
    if (response.readRow) reportSetAside(name, (parsed.data as Rows<unknown>).setAside)
    return { kind: 'answered', answer: parsed.data as AnswerOf<N> }
  }
  // Where and what kind, never the value: it may be a token or a person.
  const issues = parsed.error.issues.slice(0, 5).map(nameOf)
  return { kind: 'unreadable', status: reply.status, why: `not the contract: ${issues.join('; ')}` }
}

/**
 * On the product APIs a bad token is a 403 with a code, and a missing permission a 403 without it (goto-api.md 4.2).
 * The identity API reports it with an empty body and a challenge, the Admin API with a 401.
 */
function isBadToken(name: GotoCallName, reply: GotoReply, facts: GotoErrorFacts): boolean {
  const { api } = gotoCalls[name]
  // The gateway in front of all APIs may answer for any of them.
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

/** Our own messages name the problem without any value. */
function nameOf({ path, code, message }: { path: PropertyKey[]; code: string; message: string }): string {
  return `${path.join('.')} ${code === 'custom' ? message : code}`.trim()
}

function readJson(text: string): unknown {
  try {
    return text === '' ? undefined : parseGotoJson(text)
  } catch {
    return undefined
  }
}
