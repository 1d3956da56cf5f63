import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { securityHeaders } from './security-headers.ts'

/** By Node's names for what is wrong with bytes that are no request; anything else is 400. */
const statuses: Record<string, number> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
}

/** What Node keeps with a socket: the answer that is on its way. */
type Answering = { _httpMessage?: { headersSent: boolean } | null }

/** Answers what Node couldn't read as a request, as Node would, but with the headers that every answer carries. */
export function refuseUnread(error: NodeJS.ErrnoException, socket: Duplex): void {
  const isMidAnswer = (socket as Answering)._httpMessage?.headersSent === true
  if (error.code === 'ECONNRESET' || !socket.writable || isMidAnswer) {
    socket.destroy()
    return
  }
  const status = statuses[error.code ?? ''] ?? 400
  const headers = [
    ...securityHeaders(),
    ['cache-control', 'no-store'],
    ['connection', 'close'],
    ['content-length', '0'],
  ]
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...headers.map((header) => header.join(': '))]
  socket.end(`${lines.join('\r\n')}\r\n\r\n`)
}
