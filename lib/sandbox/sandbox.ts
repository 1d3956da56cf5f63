import type { GotoCallName } from '#lib/goto/contract/calls.ts'
import { type Act, type ActResult, act } from './acts.ts'
import { answerBeside, answerCall, authenticate, limitRate } from './answer-call.ts'
import { createCallLog, type LoggedCall } from './call-log.ts'
import { answerControl, issueToken } from './control.ts'
import { addFaults, type Fault, takeFault } from './faults.ts'
import { answerOauth, oauthCallOf } from './oauth/answer-oauth.ts'
import type { TokenAnswer } from './oauth/grants.ts'
import { refused, troubleOf } from './ordered-trouble.ts'
import { hostPage, pressOnHostPage } from './pages/host.ts'
import { joinPage, joinState, pressOnJoinPage } from './pages/join.ts'
import { messagePage } from './pages/page.ts'
import { createRateLimit } from './rate-limit.ts'
import { assumedCodes, Refusal, refuse } from './refusals.ts'
import { apiOf, findRoute } from './router.ts'
import type { CompanySize } from './seed/company.ts'
import { type DataSize, openState, type Settings } from './state.ts'
import { aborted, truncated } from './trouble.ts'
import { createWorld } from './world.ts'

export type SandboxOptions = {
  /** Where everything is stored; `null` keeps it in memory. */
  dataDir?: string | null
  company?: CompanySize
  /** The company's clock before anybody advances it. */
  now?: () => Date
  /** What that clock shows when the company is first started, to try another time than the present. */
  startsAt?: Date | null
  /** Whose office hours the simulated people keep. */
  zone?: string
  /** Where the join and host pages are; by default where the request went. */
  origin?: string
}

/** The outcome of a request. Faults that are not HTTP answers are named, so that the server can really cause them. */
export type Outcome =
  | { kind: 'response'; response: Response }
  /** The response, of which only half the body is sent. */
  | { kind: 'truncate'; response: Response }
  | { kind: 'hang' }
  | { kind: 'cut' }

export type Sandbox = ReturnType<typeof createSandbox>

/** A GoTo on this machine: a function from request to response, with everything behind it. */
export function createSandbox(options: SandboxOptions = {}) {
  const { dataDir = null, company = 'full', zone = 'Europe/Berlin', now = () => new Date(), startsAt = null } = options
  const baseNow = () => now().getTime()
  const state = openState({ dataDir, company, zone, baseNow, startsAt: startsAt?.getTime() ?? null })
  const world = createWorld(state)
  const log = createCallLog()
  const limit = createRateLimit()
  let answered = 0

  /** Answers any request the server gets. */
  async function answer(request: Request): Promise<Outcome> {
    const url = new URL(request.url)
    const name = callOf(request.method, url.pathname)
    const call =
      apiOf(url.pathname) || (name !== null && name !== 'authorize')
        ? log.add(state.now(), request.method, url.pathname)
        : null
    const fault = name && takeFault(state, name)
    const outcome = fault
      ? await trouble(fault, name, request, call)
      : { kind: 'response' as const, response: await reply(request, call) }
    if (call && 'response' in outcome) call.status = outcome.response.status
    return outcome
  }

  async function trouble(
    fault: Fault,
    name: GotoCallName,
    request: Request,
    call: LoggedCall | null,
  ): Promise<Outcome> {
    switch (fault.answer) {
      case 'hang':
      case 'cut':
        return { kind: fault.answer }
      case 'truncate': {
        const response = await reply(request, call)
        // Nothing has no half: what is left is a connection that breaks after the work is done.
        return response.body === null ? { kind: 'cut' } : { kind: 'truncate', response }
      }
      default:
        return { kind: 'response', response: troubleOf({ ...fault, answer: fault.answer }, name) }
    }
  }

  async function reply(request: Request, call: LoggedCall | null): Promise<Response> {
    try {
      return await dispatch(request, new URL(request.url), call)
    } catch (error) {
      if (error instanceof Refusal) return refused(error)
      const msg = error instanceof Error ? error.message : String(error)
      return Response.json({ int_err_code: assumedCodes.broken, msg }, { status: 500 })
    }
  }

  async function dispatch(request: Request, url: URL, call: LoggedCall | null): Promise<Response> {
    const { pathname, searchParams } = url
    const { method } = request
    const api = apiOf(pathname)
    if (api) return answerApi(request, url, api, call)
    if (pathname.startsWith('/__sandbox/'))
      return answerControl(world, log, request, pathname.slice('/__sandbox/'.length))
    if (pathname.startsWith('/oauth/') || pathname.startsWith('/.well-known/')) {
      const answer = await answerOauth(world, request, url, (token) => issued(token, request, call))
      if (answer) return answer
    }
    const [, page, meetingId = '', isState] = /^\/(join|host)\/([\d-]+)(\/state)?$/.exec(pathname) ?? []
    const id = meetingId.replaceAll('-', '')
    if (page === 'join' && isState) return joinState(world, id, searchParams)
    if (page === 'join')
      return method === 'POST' ? pressOnJoinPage(world, id, await readForm(request)) : joinPage(world, id, searchParams)
    if (page === 'host' && !isState) {
      return method === 'POST'
        ? pressOnHostPage(world, id, url, await readForm(request))
        : hostPage(world, id, searchParams)
    }
    if (pathname === '/')
      return messagePage(200, 'GoTo sandbox', 'This is a simulated GoTo for the demo and the tests of Foyer.')
    return messagePage(404, 'Nothing here', 'The sandbox has no such page.')
  }

  async function answerApi(
    request: Request,
    url: URL,
    api: NonNullable<ReturnType<typeof apiOf>>,
    call: LoggedCall | null,
  ) {
    const who = authenticate(world, request, api)
    if (call) call.email = who.caller.email
    limitRate(world, limit, who, api)
    const match = findRoute(request.method, url.pathname)
    if (match === 'other-method') throw refuse(405, 'noEndpoint', 'The method is not allowed here')
    const incoming = { request, url, origin: options.origin ?? url.origin, shape: nextShape() }
    return match === null ? answerBeside(world, who, incoming) : answerCall(world, match, who, incoming)
  }

  /** *mixed* alternates. */
  function nextShape(): 'specified' | 'observed' {
    const { shape } = state.settings
    answered += 1
    return shape === 'mixed' ? (answered % 2 === 1 ? 'specified' : 'observed') : shape
  }

  /** Even a slow token endpoint has done its work before it answers late. */
  async function issued(token: TokenAnswer, request: Request, call: LoggedCall | null): Promise<void> {
    if (call) call.email = token.principal ?? null
    await pause(state.settings.tokenDelaySeconds, request.signal)
  }

  /** Usable wherever `fetch` is: faults become what a client on a real network sees. */
  async function fetch(input: Request | URL | string, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init)
    request.signal.throwIfAborted()
    const outcome = await Promise.race([answer(request), aborted(request.signal)])
    switch (outcome.kind) {
      case 'response':
        return outcome.response
      case 'cut':
        throw new TypeError('fetch failed', { cause: new Error('The other side closed the connection.') })
      case 'hang':
        return aborted(request.signal)
      case 'truncate':
        return truncated(outcome.response)
    }
  }

  return {
    fetch,
    answer,
    close: state.close,
    /** The company's time, as `GET /__sandbox/clock` says it. */
    now: () => new Date(state.now()),
    advance: (seconds: number) => state.advance(seconds),
    settings: (changes: Partial<Settings>) => state.changeSettings(changes),
    tokenFor: (email: string, { limited = true } = {}): TokenAnswer => issueToken(world, { email, limited }),
    act: (meetingId: string, what: Act['do'], visitor: { name?: string; email?: string } = {}): ActResult =>
      act(world, { meetingId, do: what, ...visitor }),
    fault: (
      call: GotoCallName | 'token' | '*',
      answer: Fault['answer'],
      more: { count?: number; retryAfterSeconds?: number } = {},
    ) => addFaults(state, [{ count: 1, ...more, call, answer }]),
    calls: (): LoggedCall[] => log.list(),
    reset: (size: DataSize | null = null) => state.reset(size),
  }
}

function callOf(method: string, pathname: string): GotoCallName | null {
  const oauth = oauthCallOf(method, pathname)
  if (oauth) return oauth
  const match = findRoute(method, pathname)
  return match === null || match === 'other-method' ? null : match.name
}

async function readForm(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(await request.text())
}

async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  if (seconds <= 0) return
  await Promise.race([new Promise((resolve) => setTimeout(resolve, seconds * 1_000)), aborted(signal)])
}
