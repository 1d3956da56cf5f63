import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import next from 'next'
import { env, setMode } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { type ContentPolicies, contentPolicies } from './content-policy.ts'
import { hotDocuments } from './hot-documents.ts'
import { hotRoutes } from './hot-routes.ts'
import { publicAddress, replaceInternalHeaders, requestIdHeader } from './inbound.ts'
import { overloadGauge } from './overload.ts'
import { prerenderedDocuments } from './prerendered.ts'
import { problemResponse } from './route.ts'
import { callRoute, send } from './send.ts'
import { sentences } from './sentences.ts'

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
export async function startServer(options: { isDev: boolean }): Promise<WebServer> {
  const { host, port, buildDir } = env()
  setMode(options.isDev ? 'development' : 'production')
  const app = next({ dev: options.isDev, dir: process.cwd(), conf: { distDir: buildDir } })
  await app.prepare()
  const handleByNext = app.getRequestHandler()
  const prerendered = options.isDev ? new Map<string, string>() : prerenderedDocuments()
  const policies = contentPolicies(prerendered, options)
  const answerDocument = hotDocuments(prerendered)
  const isOverloaded = overloadGauge()

  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 65_000,
      // Next listens for upgrades itself and would leave their sockets open forever: only its hot reload uses them.
      shouldUpgradeCallback: () => options.isDev,
    },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        void send(response, problemResponse(error, randomUUID()))
      })
    },
  )
  if (options.isDev) server.on('upgrade', app.getUpgradeHandler())

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    replaceInternalHeaders(request)
    const path = request.url?.split('?', 1)[0] ?? '/'
    if (!isReadable(request, path)) return send(response, unreadable())
    if (!methods.includes(request.method ?? '')) return send(response, unknownMethod())
    const elsewhere = redirectToOwnHost(request, path)
    if (elsewhere) return send(response, elsewhere)
    setSecurityHeaders(response)
    if (path.startsWith('/api/') || path.startsWith('/_next/'))
      response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    if (isOverloaded() && path.startsWith('/api/') && !isProbe(path)) return send(response, overloaded(request))
    const hot = request.method === 'GET' ? hotRoutes[path] : undefined
    if (hot) return send(response, await callRoute(hot, request))
    if (!path.startsWith('/api/') && !path.startsWith('/_next/')) setDocumentPolicy(request, response, path, policies)
    if (answerDocument(path, request, response)) return
    await handleByNext(request, response)
  }

  await listen(server, port, host)
  return { port, drain: (graceMs) => drain(server, graceMs).then(() => app.close()) }
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

function unknownMethod(): Response {
  return new Response(null, { status: 405, headers: { allow: methods.join(', ') } })
}

/** One host, and an address that can be parsed: anything else is not from a browser. */
function isReadable(request: IncomingMessage, path: string): boolean {
  const hosts = request.rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'host')
  if (!path.startsWith('/') || path.startsWith('//') || hosts.length !== 1) return false
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
    return new Response(null, {
      status: 308,
      headers: { location: `${appUrl}${request.url ?? '/'}`, 'cache-control': 'no-store' },
    })
  }
  return problemResponse(new AppError('forbidden', sentences.otherHost(appUrl)), randomUUID())
}

function isProbe(path: string): boolean {
  return path === '/api/livez' || path === '/api/readyz'
}

function setSecurityHeaders(response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  if (publicAddress().protocol === 'https')
    response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains')
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

function overloaded(request: IncomingMessage): Response {
  const error = new AppError('upstream_unavailable', sentences.overloaded, {
    retryAfterSeconds: 2,
  })
  return problemResponse(error, String(request.headers[requestIdHeader]))
}

function listen(server: Server, port: number, host: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use. Set PORT to a free one, or stop whatever is using it.`)
          : error,
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
