import NextAuth from 'next-auth'
import { hasLinkIntent } from '#lib/connections/link-intent.ts'
import { configureNextAuth, env } from '#lib/env.ts'
import { AppError, nothingHere } from '#lib/errors.ts'
import { readText } from '#lib/http/read-body.ts'
import { sentences } from '#lib/http/sentences.ts'
import type { Actor } from './actor.ts'
import { type Ceremony, inCeremony } from './ceremony.ts'
import { ceremonyKey, cookiesForNextAuth, forgetCeremony, forgetOldest, keepForCeremony } from './ceremony-cookies.ts'
import { ceremonyCookieName } from './cookies.ts'
import { nextAuthOptions } from './next-auth-options.ts'
import { signInProviders } from './providers.ts'
import { returnAddress } from './return-address.ts'
import type { SignInFailure } from './sign-in-failure.ts'

/**
 * Answers `/api/auth/*` with next-auth. Only the steps of the ceremony exist: its session, sign-out and log calls do
 * not, because the session is not its own.
 */
export async function runNextAuth(request: Request, actor: Actor | null): Promise<Response> {
  const url = new URL(request.url)
  const steps = url.pathname.split('/').slice(3)
  const step = `${request.method} ${steps[0] ?? ''}`
  if (step === 'GET signin' || step === 'GET error') return backToSignIn('state')
  if (
    !['GET providers', 'GET csrf', 'POST signin', 'GET callback'].includes(step) ||
    steps.length > 2 ||
    (steps[1] !== undefined && !signInProviders().some(({ id }) => id === steps[1]))
  ) {
    throw new AppError('not_found', nothingHere)
  }
  const body = request.method === 'POST' ? await readFields(request) : {}
  const ceremony: Ceremony = {
    actor: actor?.kind === 'user' ? actor : null,
    userAgent: request.headers.get('user-agent') ?? '',
    proof: null,
    failure: null,
  }
  const returning = steps[0] === 'callback' ? ceremonyKey(request.url) : null
  const answer = new Answer()
  const cookies = cookiesForNextAuth(request, returning)
  const query = {
    // A link's own parameters must not end up in the authorize address.
    ...(steps[0] === 'callback' ? Object.fromEntries(url.searchParams) : {}),
    nextauth: steps,
  }
  configureNextAuth()
  await inCeremony(ceremony, () =>
    handler({ method: request.method, query, body, cookies, headers: {} }, answer, nextAuthOptions()),
  )
  const asked = body.callbackUrl ?? cookies[ceremonyCookieName('return')] ?? connections
  const from = steps[1] === 'goto' && (await isConnecting(ceremony)) ? asked : null
  const response = answer.toResponse((location) => ourLocation(location, ceremony, from))
  keepForCeremony(response.headers, returning ?? (step === 'POST signin' ? ceremonyKey(answer.address()) : null))
  if (step === 'POST signin') forgetOldest(response.headers, request)
  if (returning) forgetCeremony(response.headers, returning)
  // It would set a CSRF cookie of its own and break the one a page fetches at the same time.
  if (step === 'GET providers') response.headers.delete('set-cookie')
  return response
}

type Handler = (request: object, response: Answer, options: object) => Promise<void>

/** Node imports a CommonJS module as a namespace, a bundler as its default export. */
const handler = (typeof NextAuth === 'function' ? NextAuth : (NextAuth as { default: unknown }).default) as Handler

/** The part of a Node response that next-auth writes to. */
class Answer {
  readonly #headers = new Headers()
  #status = 200
  #body: string | null = null

  status(code: number): this {
    this.#status = code
    return this
  }

  getHeader(name: string): string[] | undefined {
    return name.toLowerCase() === 'set-cookie' ? this.#headers.getSetCookie() : undefined
  }

  setHeader(name: string, value: string | string[]): this {
    this.#headers.delete(name)
    for (const one of [value].flat()) this.#headers.append(name, one)
    return this
  }

  json(value: object): void {
    this.setHeader('content-type', 'application/json')
    this.#body = JSON.stringify(value)
  }

  send(value: unknown): void {
    if (typeof value === 'object') this.json(value ?? {})
    else this.#body = String(value ?? '')
  }

  end(): void {}

  /** Where the browser is sent next. */
  address(): string | null {
    return this.#headers.get('location') ?? this.#addressInBody() ?? null
  }

  toResponse(rewrite: (location: string) => string): Response {
    const location = this.#headers.get('location')
    if (location !== null) this.#headers.set('location', rewrite(location))
    const url = this.#addressInBody()
    const body = url === undefined ? this.#body : JSON.stringify({ url: rewrite(url) })
    this.#headers.set('cache-control', 'no-store')
    return new Response(body, { status: this.#status, headers: this.#headers })
  }

  /** A page that used fetch gets the next address instead of a redirect. */
  #addressInBody(): string | undefined {
    return this.#body?.startsWith('{"url":') ? (JSON.parse(this.#body) as { url?: string }).url : undefined
  }
}

/** Where connecting goes back to if nobody knows where it began. */
const connections = '/settings#goto'

/**
 * Whether somebody signed in was connecting GoTo: a failure then leads back to where they began. Only success
 * uses up the intent.
 */
async function isConnecting({ actor }: Ceremony): Promise<boolean> {
  return actor !== null && (await hasLinkIntent(actor))
}

/** next-auth's own pages are never shown: every failure leads to one of our pages with one of our codes. */
function ourLocation(location: string, { failure }: Ceremony, from: string | null): string {
  const url = URL.parse(location)
  if (url?.origin !== env().appUrl || !url.pathname.startsWith('/api/auth/')) return location
  return failureAddress(
    from === null ? `${env().appUrl}/sign-in` : returnAddress(from, env().appUrl),
    failure ?? 'state',
  )
}

function backToSignIn(failure: 'state'): Response {
  return new Response(null, { status: 302, headers: { location: failureAddress(`${env().appUrl}/sign-in`, failure) } })
}

function failureAddress(page: string, failure: SignInFailure): string {
  const address = new URL(page)
  address.searchParams.set('error', failure)
  return address.href
}

/** A form's fields, or the same as JSON. Only those that next-auth needs reach it. */
async function readFields(request: Request): Promise<Record<string, string>> {
  const text = await readText(request)
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')
  const given: unknown = isJson ? parseJson(text) : Object.fromEntries(new URLSearchParams(text))
  const fields = given && typeof given === 'object' ? (given as Record<string, unknown>) : {}
  return Object.fromEntries(
    ['csrfToken', 'callbackUrl', 'json'].flatMap((name) => (name in fields ? [[name, String(fields[name])]] : [])),
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalid', sentences.notJson, { cause })
  }
}
