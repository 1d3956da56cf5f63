import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import next from 'next'
import { env, setMode } from '#lib/env.ts'
import { AppError, toAppError } from '#lib/errors.ts'
import { boundedServer } from './bounded-server.ts'
import { type ContentPolicies, contentPolicies } from './content-policy.ts'
import { answerAtGate } from './gate.ts'
import { hotDocuments } from './hot-documents.ts'
import { hotRoutes } from './hot-routes.ts'
import { publicAddress, replaceInternalHeaders, requestIdHeader } from './inbound.ts'
import { overloadGauge } from './overload.ts'
import { plainPage } from './plain-page.ts'
import { prerenderedDocuments, publicFiles } from './prerendered.ts'
import { isProbe, refusalOfAll } from './refuse-all.ts'
import { refuseUnread } from './refuse-unread.ts'
import { logProblem, problemResponse } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import { callRoute, send } from './send.ts'
import { sentences } from './sentences.ts'

export type ServerOptions = {
  isDev: boolean
  /** Until it is, for the first time, everything but `livez` answers 503. */
  isDatabaseUsable: () => boolean
}

export type WebServer = {
  /** The port it listens on. */
  port: number
  /** Stops accepting, gives requests in flight up to `graceMs`, then closes. */
  drain: (graceMs: number) => Promise<void>
}

/**
 * The node server around Next. Only it knows the client's address, so it passes that on; it answers the few hot GETs
 * with the same route functions Next mounts, and prerendered documents with the build's own bytes; it sets the
 * security headers on everything.
 */
export async function startServer(options: ServerOptions): Promise<WebServer> {
  const { host, port, buildDir } = env()
  setMode(options.isDev ? 'development' : 'production')
  const app = next({ dev: options.isDev, dir: process.cwd(), conf: { distDir: buildDir } })
  await app.prepare()
  const handleByNext = app.getRequestHandler()
  const prerendered = options.isDev ? new Map<string, string>() : prerenderedDocuments()
  const policies = contentPolicies(prerendered, options)
  const findHotDocument = hotDocuments(prerendered)
  const files = publicFiles()
  const isOverloaded = overloadGauge()

  const server = boundedServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      void send(response, problemResponse(error, randomUUID()))
    })
  }, options)
  server.on('clientError', refuseUnread)
  server.on('checkExpectation', (_, response) => {
    setSecurityHeaders(response)
    void send(response, new Response(null, { status: 417 }))
  })
  if (options.isDev) server.on('upgrade', app.getUpgradeHandler())

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    replaceInternalHeaders(request)
    const path = request.url?.split('?', 1)[0] ?? '/'
    setSecurityHeaders(response)
    const early = answerEarly(request, path)
    if (early) return send(response, early)
    const hot = request.method === 'GET' ? hotRoutes[path] : undefined
    if (hot) return send(response, await callRoute(hot, request))
    const answerDocument = findHotDocument(path, request)
    if (isDocument(path)) {
      const instead = await answerAtGate(request, path, answerDocument !== null).catch(refusedDocument)
      if (typeof instead === 'string') return send(response, redirect(307, instead))
      if (instead) return send(response, instead)
      setDocumentPolicy(request, response, path, policies)
    }
    if (answerDocument) return answerDocument(response)
    await handleByNext(request, response)
  }

  /** What needs neither a route nor Next. */
  function answerEarly(request: IncomingMessage, path: string): Response | null {
    const { method = '' } = request
    if (!isReadable(request, path)) return unreadable()
    if (!methods.includes(method)) return notAllowed(methods)
    const elsewhere = redirectToOwnHost(request, path)
    if (elsewhere) return elsewhere
    if (!path.startsWith('/api/') && !isNextsOwn(path) && !pageMethods.includes(method)) return notAllowed(pageMethods)
    const refusal = refusalOfAll(path, { ...options, isOverloaded })
    if (!refusal) return null
    return path.startsWith('/api/') ? problemResponse(refusal, idOf(request)) : plainPage(refusal)
  }

  /** Everything a person opens: not the API, not what the build made, not the files that belong to every page. */
  function isDocument(path: string): boolean {
    return !path.startsWith('/api/') && !path.startsWith('/_next/') && !files.has(path) && !isNextsOwn(path)
  }

  /** In development Next also answers questions about errors. */
  function isNextsOwn(path: string): boolean {
    return options.isDev && path.startsWith('/__nextjs')
  }

  await listen(server, port, host)
  return { port, drain: (graceMs) => drain(server, graceMs).then(() => app.close()) }
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const pageMethods = ['GET', 'HEAD']

function notAllowed(allowed: string[]): Response {
  return new Response(null, { status: 405, headers: { allow: allowed.join(', ') } })
}

function redirect(status: 307 | 308, location: string): Response {
  return new Response(null, { status, headers: { location, 'cache-control': 'no-store' } })
}

/** One host, and an address that can be parsed: anything else is not from a browser. */
function isReadable(request: IncomingMessage, path: string): boolean {
  const hosts = request.rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'host')
  if (!path.startsWith('/') || path.startsWith('//') || path.includes('\\') || hosts.length !== 1) return false
  try {
    const decoded = decodeURIComponent(path)
    return !decoded.includes('\0') && !decoded.split('/').some((step) => step === '.' || step === '..')
  } catch {
    return false
  }
}

function unreadable(): Response {
  return problemResponse(new AppError('invalid', sentences.unreadableAddress), randomUUID())
}

/** One public address: cookies, callbacks and links belong to it. Probes may use any name. */
function redirectToOwnHost(request: IncomingMessage, path: string): Response | null {
  const { appUrl, host } = publicAddress()
  if (request.headers.host === host || isProbe(path)) return null
  if (request.method === 'GET' || request.method === 'HEAD') {
    return redirect(308, `${appUrl}${request.url ?? '/'}`)
  }
  return problemResponse(new AppError('forbidden', sentences.otherHost(appUrl)), randomUUID())
}

function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of securityHeaders()) response.setHeader(name, value)
}

/** Next takes the nonce for its own scripts from the request's policy. */
function setDocumentPolicy(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  policies: ContentPolicies,
): void {
  const policy = policies.forPath(path)
  response.setHeader('content-security-policy', policy.text)
  if (policy.nonce) request.headers['content-security-policy'] = policy.text
}

function refusedDocument(thrown: unknown): Response {
  const error = toAppError(thrown)
  logProblem(error)
  return plainPage(error)
}

function idOf(request: IncomingMessage): string {
  return String(request.headers[requestIdHeader])
}

function listen(server: Server, port: number, host: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use. Set PORT to a free one, or stop whatever is using it.`)
          : new Error(
              `Nothing can listen on ${host ?? 'this machine'}, port ${port} (${error.code}). Check HOST and PORT.`,
            ),
      )
    })
    server.listen(port, host ?? undefined, resolve)
  })
}

function drain(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}
