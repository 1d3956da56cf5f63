import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { env, machineVariables } from '#lib/env.ts'
import type { RouteHandler } from '#lib/http/route.ts'
import * as signIn from '../../app/api/auth/[...nextauth]/route.ts'
import * as connections from '../../app/api/connections/route.ts'
import * as me from '../../app/api/me/route.ts'
import * as session from '../../app/api/sessions/[id]/route.ts'
import * as sessions from '../../app/api/sessions/route.ts'
import * as settings from '../../app/api/settings/route.ts'
import * as tokens from '../../app/api/tokens/route.ts'

type Fetch = (request: Request) => Promise<Response>
type Module = Partial<Record<string, RouteHandler>>

/** The portal's handlers at their addresses, as Next mounts them. */
const mounted: [RegExp, Module][] = [
  [/^\/api\/auth\//, signIn as unknown as Module],
  [/^\/api\/connections$/, connections as unknown as Module],
  [/^\/api\/me$/, me as unknown as Module],
  [/^\/api\/sessions$/, sessions as unknown as Module],
  [/^\/api\/sessions\/(?<id>[^/]+)$/, session as unknown as Module],
  [/^\/api\/settings$/, settings as unknown as Module],
  [/^\/api\/tokens$/, tokens as unknown as Module],
]

/** A browser signing in: one cookie jar per host, following redirects only when asked. */
export class Visitor {
  readonly jar = new Map<string, string>()
  readonly #elsewhere: Fetch

  /** `elsewhere` answers for every address outside the portal. */
  constructor(elsewhere: Fetch) {
    this.#elsewhere = elsewhere
  }

  cookie(name: string): string | undefined {
    return this.jar.get(`${new URL(env().appUrl).hostname} ${name}`)
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: unknown; headers: Headers }> {
    const response = await this.fetch(`${env().appUrl}${path}`, {
      method,
      headers: { 'x-foyer': '1', origin: env().appUrl, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
  }

  /** Clicks a sign-in button. @returns the provider's address. */
  async begin(way: 'goto' | 'company', returnTo = '/'): Promise<URL> {
    const { body } = await this.call('GET', '/api/auth/csrf')
    const { csrfToken } = body as { csrfToken: string }
    const response = await this.post(`${env().appUrl}/api/auth/signin/${way}`, { csrfToken, callbackUrl: returnTo })
    return new URL(response.headers.get('location') ?? '')
  }

  /** Picks somebody at GoTo and allows. @returns the callback's address. */
  async allowAtGoto(authorize: URL, email: string, decision: 'allow' | 'deny' = 'allow'): Promise<URL> {
    const response = await this.post(authorize.href, { person: email, decision })
    return new URL(response.headers.get('location') ?? '')
  }

  /** Picks somebody at the company's sign-in. @returns the callback's address. */
  async pickAtCompany(authorize: URL, email: string): Promise<URL> {
    const page = await this.follow(authorize, '/pick/')
    const picked = await this.post(page.href, { email })
    return this.follow(new URL(picked.headers.get('location') ?? '', page), '/api/auth/callback/')
  }

  /** @returns where the callback leads. */
  async arrive(callback: URL): Promise<URL> {
    const response = await this.fetch(callback.href)
    return new URL(response.headers.get('location') ?? '')
  }

  async signInAtGoto(email: string, returnTo?: string): Promise<URL> {
    return this.arrive(await this.allowAtGoto(await this.begin('goto', returnTo), email))
  }

  async signInAtCompany(email: string): Promise<URL> {
    return this.arrive(await this.pickAtCompany(await this.begin('company'), email))
  }

  post(url: string, fields: Record<string, string>): Promise<Response> {
    return this.fetch(url, {
      method: 'POST',
      headers: { origin: new URL(url).origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: String(new URLSearchParams(fields)),
    })
  }

  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const { hostname } = new URL(url)
    const headers = new Headers(init.headers)
    const held = [...this.jar].filter(([name]) => name.startsWith(`${hostname} `))
    headers.set('cookie', held.map(([name, value]) => `${name.split(' ')[1]}=${value}`).join('; '))
    headers.set('user-agent', 'Visitor')
    const request = new Request(url, { ...init, headers, redirect: 'manual' })
    const response = url.startsWith(`${env().appUrl}/`) ? await answer(request) : await this.#elsewhere(request)
    for (const cookie of response.headers.getSetCookie()) this.#keep(hostname, cookie)
    return response
  }

  /** Follows redirects until an address whose path starts like this. */
  async follow(from: URL, pathStart: string): Promise<URL> {
    let here = from
    while (!here.pathname.startsWith(pathStart)) {
      const response = await this.fetch(here.href)
      const location = response.headers.get('location')
      if (location === null) throw new Error(`${here.href} leads nowhere (${response.status}).`)
      here = new URL(location, here)
    }
    return here
  }

  #keep(hostname: string, cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    const isGone = value === '' || /max-age=0\b/i.test(cookie) || /expires=thu, 01 jan 1970/i.test(cookie)
    if (isGone) this.jar.delete(`${hostname} ${name}`)
    else this.jar.set(`${hostname} ${name}`, decodeURIComponent(value))
  }
}

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  for (const [pattern, module] of mounted) {
    const match = pattern.exec(pathname)
    if (!match) continue
    const handler = module[request.method]
    if (!handler) return new Response(null, { status: 405 })
    return handler(request, { params: Promise.resolve({ ...match.groups }) })
  }
  return new Response(null, { status: 404 })
}

export type CompanyDoor = { issuer: string; close: () => Promise<void> }

/** The demo's company sign-in as a separate process, over real HTTP. */
export async function openCompanyDoor(port: number): Promise<CompanyDoor> {
  const issuer = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['lib/demo/company-sign-in.ts'], {
    env: {
      ...machineVariables(),
      LOG_LEVEL: 'silent',
      DEMO_SIGNIN_PORT: String(port),
      APP_URL: env().appUrl,
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'foyer-demo',
      OIDC_CLIENT_SECRET: 'foyer-demo-secret',
    },
    stdio: 'ignore',
  })
  await answers(`${issuer}/.well-known/openid-configuration`, child)
  return {
    issuer,
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const response = await fetch(url).catch(() => null)
    if (response?.ok) return
    await delay(50)
  }
  throw new Error(`The company's sign-in exited with ${child.exitCode}.`)
}
