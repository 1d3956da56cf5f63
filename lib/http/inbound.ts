import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { env } from '#lib/env.ts'
import { clientAddress } from './client-address.ts'

/**
 * Headers through which the node server tells handlers what only it can know. It removes whatever a client sends under
 * these names before setting them.
 */
export const requestIdHeader = 'x-foyer-request-id'
export const addressHeader = 'x-foyer-address'

const internal =
  /^(x-foyer-(request-id|address)|x-middleware-|x-nextjs-|x-forwarded-|x-real-ip|forwarded|content-security-policy)/

/** Wishes for less than a whole file: they may be ignored, and Next answers 500 to those it can't fulfil. */
const conditions = /^(range|if-range|if-match|if-unmodified-since)$/

/** Only the node server says who the client is, which request this is, and how Next should treat it. */
export function replaceInternalHeaders(request: IncomingMessage): void {
  const { headers, socket } = request
  const address = clientAddress(socket.remoteAddress ?? '', headers['x-forwarded-for'], env().trustedProxies)
  for (const name in headers) if (internal.test(name) || conditions.test(name)) delete headers[name]
  const { host, protocol } = publicAddress()
  headers[requestIdHeader] = randomUUID()
  headers[addressHeader] = address
  headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = protocol
}

let parsed: { appUrl: string; host: string; protocol: string } | null = null

/** The parts of APP_URL, parsed once. */
export function publicAddress(): { appUrl: string; host: string; protocol: string } {
  const { appUrl } = env()
  if (parsed?.appUrl !== appUrl) {
    const url = new URL(appUrl)
    parsed = { appUrl, host: url.host, protocol: url.protocol.slice(0, -1) }
  }
  return parsed
}
