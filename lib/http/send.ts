import type { IncomingMessage, ServerResponse } from 'node:http'
import { publicAddress } from './inbound.ts'
import { bodyOf } from './respond.ts'
import type { RouteHandler } from './route.ts'

/** What a route made by route() may read: copying every header of every browser costs more than answering. */
const readByRoutes = [
  'accept-encoding',
  'cookie',
  'authorization',
  'origin',
  'sec-fetch-site',
  'if-none-match',
  'user-agent',
  'x-foyer',
  'x-foyer-request-id',
  'x-foyer-address',
]

/** Calls a route with a GET from the node server. */
export function callRoute(handler: RouteHandler, request: IncomingMessage): Promise<Response> {
  const headers: [string, string][] = []
  for (const name of readByRoutes) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.push([name, value])
  }
  return handler(new Request(`${publicAddress().appUrl}${request.url ?? '/'}`, { headers }))
}

/** Sends a route's answer; if one has already begun, all that is left is to cut it off. */
export async function send(response: ServerResponse, answer: Response): Promise<void> {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const body = bodyOf(answer) ?? (answer.body ? Buffer.from(await answer.arrayBuffer()) : '')
  response.statusCode = answer.status
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  if (answer.status !== 304 && answer.status !== 204) response.setHeader('content-length', Buffer.byteLength(body))
  response.end(body)
}
