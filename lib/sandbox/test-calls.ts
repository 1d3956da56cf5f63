import { type AnswerOf, type GotoCallName, gotoBases, gotoCalls } from '#lib/goto/contract/calls.ts'
import { parseGotoJson, stringifyGotoJson } from '#lib/goto/contract/json.ts'
import type { Rows } from '#lib/goto/contract/rows.ts'
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts'

/** For tests: a sandbox on a Tuesday morning, and calls to it as somebody. */
export const tuesday = Date.parse('2026-11-24T09:00:00Z')
export const people = { olivia: 'olivia@example.com', mara: 'mara@example.com', adam: 'adam@example.com' } as const

export type Reply = { status: number; headers: Headers; json: unknown; text: string }
type Ask = { path?: Record<string, string>; query?: Record<string, string>; body?: unknown; token?: string | null }

/** A list as its rows: none of the sandbox's may be set aside. */
type Expected<N extends GotoCallName> = AnswerOf<N> extends Rows<infer R> ? R[] : AnswerOf<N>

export function testSandbox(options: SandboxOptions = {}) {
  const clock = { at: tuesday }
  const sandbox = createSandbox({ company: 'small', now: () => new Date(clock.at), ...options })
  sandbox.settings({ historyDelaySeconds: 0 })
  const tokens = new Map<string, { token: string; until: number }>()

  function tokenOf(email: string): string {
    const known = tokens.get(email)
    if (known && known.until > clock.at) return known.token
    const token = sandbox.tokenFor(email, { limited: false }).access_token
    tokens.set(email, { token, until: clock.at + 3_600_000 })
    return token
  }

  /** The bare reply to a contract call. `token: null` sends none. */
  async function send(email: string, name: GotoCallName, { path = {}, query, body, token }: Ask = {}): Promise<Reply> {
    const { api, method, path: template } = gotoCalls[name]
    const where = template.replaceAll(/\{(\w+)\}/g, (_, key: string) => path[key] ?? '')
    const search = query ? `?${new URLSearchParams(query)}` : ''
    const sent = token === undefined ? tokenOf(email) : token
    return read(
      await sandbox.fetch(`https://goto.test${gotoBases[api]}${where}${search}`, {
        method,
        headers: sent === null ? {} : { authorization: `Bearer ${sent}` },
        ...(body === undefined || method === 'GET'
          ? {}
          : { body: typeof body === 'string' ? body : stringifyGotoJson(body) }),
      }),
    )
  }

  /** The answer of a call, as Foyer's client would read it. @throws Error when it was refused. */
  async function call<N extends GotoCallName>(email: string, name: N, ask: Ask = {}): Promise<Expected<N>> {
    const { status, json, text } = await send(email, name, ask)
    if (status !== gotoCalls[name].status) throw new Error(`${name} answered ${status}: ${text}`)
    const { answer, readRow } = gotoCalls[name].response
    const answered: unknown = answer.parse(json)
    if (readRow === null) return answered as Expected<N>
    const { rows, setAside } = answered as Rows<unknown>
    if (setAside.length > 0) throw new Error(`${name} has rows that cannot be read: ${setAside[0]?.because}`)
    return rows as Expected<N>
  }

  /** Plans a meeting, half an hour long. */
  async function plan(email: string, more: Record<string, unknown> = {}, startsInMinutes = 10): Promise<string> {
    const { meetingId } = await call(email, 'createMeeting', { body: meetingBody(sandbox, startsInMinutes, more) })
    return meetingId
  }

  function pass(minutes: number): void {
    clock.at += minutes * 60_000
  }

  return { sandbox, send, call, plan, pass, tokenOf }
}

export function meetingBody(sandbox: Sandbox, startsInMinutes = 10, more: Record<string, unknown> = {}) {
  const at = sandbox.now().getTime() + startsInMinutes * 60_000
  return {
    subject: 'Budget',
    starttime: new Date(at).toISOString(),
    endtime: new Date(at + 30 * 60_000).toISOString(),
    passwordrequired: false,
    conferencecallinfo: 'Hybrid',
    timezonekey: '',
    meetingtype: 'scheduled',
    ...more,
  }
}

/** From this many days ago until now, as the ranged calls want it. */
export function lastDays(sandbox: Sandbox, days: number): { startDate: string; endDate: string } {
  const now = sandbox.now().getTime()
  return { startDate: new Date(now - days * 86_400_000).toISOString(), endDate: new Date(now).toISOString() }
}

async function read(response: Response): Promise<Reply> {
  const text = await response.text()
  const isJson = text !== '' && (response.headers.get('content-type')?.includes('json') ?? false)
  return { status: response.status, headers: response.headers, text, json: isJson ? parseGotoJson(text) : undefined }
}
