import { createServer, type RequestListener, type Server } from 'node:http'

/** A browser holds one to six; what is above is closed at once instead of using up the process's files. */
const mostConnections = 8_192

type Bounds = { isDev?: boolean; most?: number; headersMs?: number }

/** A server of which nobody can take more than a share: neither with connections nor with requests that never end. */
export function boundedServer(
  listener: RequestListener,
  { isDev = false, most = mostConnections, headersMs = 10_000 }: Bounds = {},
): Server {
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      // Answered like any other that cannot be read.
      requireHostHeader: false,
      requestTimeout: 30_000,
      headersTimeout: headersMs,
      // Node looks for requests that take too long this often; its own 30 s would add to the limits.
      connectionsCheckingInterval: Math.min(1_000, headersMs),
      keepAliveTimeout: 65_000,
      // Next listens for upgrades itself and would leave their sockets open forever: only its hot reload uses them.
      shouldUpgradeCallback: () => isDev,
    },
    listener,
  )
  server.maxConnections = most
  return server
}
