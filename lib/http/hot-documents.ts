import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { accepts } from './accepts.ts'

/** The documents everybody opens; "not found" has another status and is left to Next. */
const hotPaths = ['/', '/sign-in']

type Encoded = { body: Buffer; encoding: string | null }
type HotDocument = { etag: string; plain: Encoded; gzip: Encoded; br: Encoded }

/**
 * Serves prerendered documents from memory, compressed once: the same bytes Next would send from its build, several
 * times faster. null for everything else, including the router's own data requests.
 */
export function hotDocuments(
  prerendered: Map<string, string>,
): (path: string, request: IncomingMessage) => ((response: ServerResponse) => void) | null {
  const documents = new Map<string, HotDocument>()
  for (const path of hotPaths) {
    const html = prerendered.get(path)
    if (html !== undefined) documents.set(path, encode(html))
  }
  return (path, request) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const document = isRead && request.headers.rsc === undefined ? documents.get(path) : undefined
    return document ? (response) => answer(document, request, response) : null
  }
}

function answer(document: HotDocument, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('etag', document.etag)
  // Revalidated each time, so that a new build reaches everybody; unchanged it costs no body.
  response.setHeader('cache-control', 'private, no-cache')
  response.setHeader('vary', 'accept-encoding, rsc')
  if (request.headers['if-none-match']?.includes(document.etag)) {
    response.statusCode = 304
    response.end()
    return
  }
  const { body, encoding } = bestFor(document, request.headers['accept-encoding'])
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('content-length', body.byteLength)
  if (encoding) response.setHeader('content-encoding', encoding)
  response.end(request.method === 'HEAD' ? undefined : body)
}

function bestFor(document: HotDocument, accepted: string | string[] = ''): Encoded {
  const text = String(accepted)
  if (accepts('br', text)) return document.br
  if (accepts('gzip', text)) return document.gzip
  return document.plain
}

function encode(html: string): HotDocument {
  const body = Buffer.from(html)
  return {
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    plain: { body, encoding: null },
    gzip: { body: gzipSync(body, { level: 9 }), encoding: 'gzip' },
    br: { body: brotliCompressSync(body), encoding: 'br' },
  }
}
