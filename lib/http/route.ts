import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { recordDenial } from '#lib/audit/record-denial.ts'
import type { Actor, PersonActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { env } from '#lib/env.ts'
import { AppError, errorTable, nothingHere, toAppError } from '#lib/errors.ts'
import { addLogContext, log, withLogContext } from '#lib/log.ts'
import { addressHeader, requestIdHeader } from './inbound.ts'
import { issueSentence } from './issue-sentence.ts'
import { limitRequests } from './limit-requests.ts'
import { bearerOf, limitedActor, limitedTokenActor } from './limited-actor.ts'
import type { Problem } from './problem.ts'
import { readBody } from './read-body.ts'
import { sentences } from './sentences.ts'
import { turnOf } from './turns.ts'

export type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> }
export type RouteHandler = ((request: Request, context?: RouteContext) => Promise<Response>) & {
  readonly [madeByRoute]: RouteFacts
}
export type RouteFacts = { auth: 'user' | 'public' | 'none' }

/** Marks a handler as made here: a structural test finds bare ones. */
export const madeByRoute = Symbol.for('foyer.route')

type Input<A, P, Q, B> = { actor: A; params: P; query: Q; body: B; request: Request }
type Answer = object | string | null | undefined | Response
type Options<P, Q, B> = {
  params?: z.ZodType<P>
  query?: z.ZodType<Q>
  body?: z.ZodType<B>
  /** The status of a success with a body; without one it is 204. */
  status?: number
  /**
   * How many requests it counts as, possibly by path; see limit-requests.ts. By default a change counts as one and a
   * read as none.
   */
  cost?: number | ((path: string) => number | undefined)
  /** Which of a person's requests wait for each other: those that may take the database some time. See turns.ts. */
  takesTurns?: (query: Q) => boolean
  /** A plain form may post here: it cannot set our header and has its own token instead. */
  isForm?: boolean
}

/**
 * Makes every handler under `app/api`: request id and log, same-origin check, session, rate limit, parsing, run, and
 * JSON or a problem. The result of `run` is sent as JSON; a `Response` as it is, `undefined` as 204.
 */
export function route<P = unknown, Q = unknown, B = unknown>(
  options: Options<P, Q, B> & { auth?: 'user'; run: (input: Input<Actor, P, Q, B>) => Answer | Promise<Answer> },
): RouteHandler
export function route<P = unknown, Q = unknown, B = unknown>(
  options: Options<P, Q, B> & {
    auth: 'public'
    run: (input: Input<Actor | null, P, Q, B>) => Answer | Promise<Answer>
  },
): RouteHandler
/** `none` does not even read the session: for probes, which must not wait for the database. */
export function route<P = unknown, Q = unknown, B = unknown>(
  options: Options<P, Q, B> & { auth: 'none'; run: (input: Input<null, P, Q, B>) => Answer | Promise<Answer> },
): RouteHandler
export function route<P, Q, B>(
  options: Options<P, Q, B> & {
    auth?: RouteFacts['auth']
    run: (input: Input<never, P, Q, B>) => Answer | Promise<Answer>
  },
): RouteHandler {
  const auth = options.auth ?? 'user'
  async function handle(request: Request, context?: RouteContext): Promise<Response> {
    const requestId = request.headers.get(requestIdHeader) ?? randomUUID()
    const address = request.headers.get(addressHeader) ?? ''
    return withLogContext({ requestId, address }, async () => {
      const startedAt = performance.now()
      const response = await answer(request, context).catch((thrown: unknown) => problemResponse(thrown, requestId))
      response.headers.set('x-request-id', requestId)
      response.headers.set('x-foyer-now', now().toISOString())
      if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
      const ms = Math.round((performance.now() - startedAt) * 10) / 10
      log.info({ method: request.method, path: pathOf(request), status: response.status, ms }, 'request')
      return response
    })
  }

  async function answer(request: Request, context?: RouteContext): Promise<Response> {
    // Only a cookie is sent along by whatever page asks. Signing in is a browser's.
    const bearer = auth === 'public' ? null : bearerOf(request.headers.get('authorization'))
    if (bearer === null) refuseForeignMutation(request, options.isForm ?? false)
    const cost = typeof options.cost === 'function' ? options.cost(pathOf(request)) : options.cost
    const facts = { method: request.method, ...(cost === undefined ? {} : { cost }) }
    const actor = auth === 'none' ? null : await senderOf(request, bearer, { person: facts, stranger: facts })
    if (actor) addLogContext({ actorId: actor.personId, ...(actor.kind === 'token' ? { tokenId: actor.tokenId } : {}) })
    if (!actor && auth === 'user') throw new AppError('unauthenticated', sentences.signIn)
    const input = {
      actor,
      params: parse(options.params, await context?.params, 'address'),
      query: parse(options.query, readQuery(request), 'query'),
      body: options.body ? parse(options.body, await readBody(request), 'body') : undefined,
      request,
    }
    const run = async () => options.run(input as Input<never, P, Q, B>)
    const isInTurn = actor !== null && (options.takesTurns?.(input.query as Q) ?? false)
    const result = await auditDenial(actor, request, isInTurn ? () => turnOf(actor)(run) : run)
    if (result instanceof Response) return result
    if (result === undefined || result === null) return new Response(null, { status: 204 })
    return Response.json(result, { status: options.status ?? 200 })
  }

  return Object.assign(handle, { [madeByRoute]: { auth } })
}

/** A token that is named is the one that counts: a page's cookie must not lend a program more than its token has. */
function senderOf(
  request: Request,
  bearer: string | null,
  facts: Parameters<typeof limitedActor>[1],
): Promise<PersonActor | null> {
  const address = request.headers.get(addressHeader) ?? ''
  if (bearer !== null) return limitedTokenActor({ bearer, address }, facts)
  return limitedActor({ cookie: request.headers.get('cookie'), address }, facts)
}

/** Each denial counts like a change, so that knocking is slowed before it costs the database anything. */
async function auditDenial<T>(actor: Actor | null, request: Request, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (actor && error instanceof AppError && error.code === 'forbidden') {
      const { method } = request
      const path = pathOf(request)
      limitRequests(actor, '', { method: 'DENIED' })
      await recordDenial(actor, 'request', { door: `${method} ${withoutIds(path)}`, details: { method, path } })
    }
    throw error
  }
}

/** The same door whichever of its objects was asked for. */
function withoutIds(path: string): string {
  return path.replace(/\/(?:[\da-f]{8}-[\da-f-]{27}|\d+)(?=\/|$)/gi, '/{id}')
}

/** An expected refusal has no cause and needs no stack trace: a flood of them would fill the log. */
export function logProblem({ code, cause, message }: AppError): void {
  log[errorTable[code].level]({ code, err: cause }, message)
}

/** Builds an error's public body and writes its line in the log. */
export function problemResponse(thrown: unknown, requestId: string): Response {
  const error = toAppError(thrown)
  const { status, title } = errorTable[error.code]
  logProblem(error)
  const problem: Problem = {
    type: 'about:blank',
    title,
    status,
    detail: error.message,
    code: error.code,
    requestId,
    ...(error.fields ? { fields: error.fields } : {}),
    ...(error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.retryAfterSeconds }),
    ...(error.isUncertain ? { isUncertain: true } : {}),
  }
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
  if (error.retryAfterSeconds !== undefined)
    headers.set('retry-after', String(Math.max(1, Math.ceil(error.retryAfterSeconds))))
  const challenge = error.challenge ?? (error.code === 'unauthenticated' ? 'realm="Foyer"' : undefined)
  if (challenge !== undefined) headers.set('www-authenticate', `Bearer ${challenge}`)
  return new Response(JSON.stringify(problem), { status, headers })
}

/**
 * A mutation must come from our own pages: other sites can neither send our origin nor set `x-foyer` without a
 * preflight, which we never allow.
 */
function refuseForeignMutation(request: Request, isForm: boolean): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  const isOurs = (origin === null || origin === env().appUrl) && (site === null || site === 'same-origin')
  if (isOurs && (isForm || request.headers.get('x-foyer') === '1')) return
  throw new AppError('forbidden', sentences.foreign, {
    cause: new Error(`origin ${origin}, sec-fetch-site ${site}, x-foyer ${request.headers.get('x-foyer')}`),
  })
}

/** Cheaper than parsing the whole address on every request. */
function pathOf(request: Request): string {
  const start = request.url.indexOf('/', request.url.indexOf('//') + 2)
  const end = request.url.indexOf('?', start)
  return request.url.slice(start, end < 0 ? undefined : end)
}

function readQuery(request: Request): Record<string, string> {
  if (!request.url.includes('?')) return {}
  const query: Record<string, string> = {}
  for (const [name, value] of new URL(request.url).searchParams) {
    if (value.includes('\0')) throw new AppError('invalid', sentences.nulInAddress)
    if (name in query)
      throw new AppError('invalid', sentences.givenTwice(name), { fields: { [name]: sentences.twice } })
    if (value !== '') query[name] = value
  }
  return query
}

function parse<T>(
  schema: z.ZodType<T> | undefined,
  value: unknown,
  where: 'address' | 'query' | 'body',
): T | undefined {
  if (!schema) return undefined
  const parsed = schema.safeParse(value, { error: issueSentence })
  if (parsed.success) return parsed.data
  // An address that cannot be ours leads nowhere.
  if (where === 'address') throw new AppError('not_found', nothingHere)
  throw new AppError('invalid', sentences.invalidInput, {
    fields: fieldsOf(parsed.error),
  })
}

function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) fields[[...issue.path, key].join('.')] = sentences.unknownField
    else fields[issue.path.join('.')] ??= issue.message
  }
  return fields
}
