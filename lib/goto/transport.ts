import { Agent, request as send } from 'undici'
import { forgetBreakers } from './breaker.ts'

export type GotoRequest = {
  method: string
  url: string
  headers: Record<string, string>
  body: string | null
  signal: AbortSignal
  maxBytes: number
  /** Takes a success body as it arrives; `text` is then empty, and `maxBytes` does not apply. */
  onChunk?: ((chunk: Uint8Array) => void) | null
}

export type GotoReply = { status: number; header(name: string): string | null; text: string }

/** The answer is larger than anything GoTo could mean to send. */
export class OversizedReply extends Error {
  override readonly name = 'OversizedReply'
}

type Fetch = (request: Request) => Promise<Response>

let injected: Fetch | null = null
let agent: Agent | null = null

/** The one seam where tests replace the network with the sandbox; `null` restores the network. */
export function setGotoFetch(replacement: Fetch | null): void {
  injected = replacement
  forgetBreakers()
}

/** Sends one request and reads the whole answer. Redirects are answers too: a token must not follow one. */
export function sendToGoto(request: GotoRequest): Promise<GotoReply> {
  return injected ? overFetch(request, injected) : overNetwork(request)
}

/** Closes kept-alive connections. A stopping process calls it last. */
export async function closeGotoConnections(): Promise<void> {
  const open = agent
  agent = null
  await open?.close()
}

async function overNetwork(request: GotoRequest): Promise<GotoReply> {
  const { url, method, headers, body, signal } = request
  const dispatcher = keepAliveAgent()
  const reply = await send(url, { dispatcher, method: method as 'GET', headers, body, signal })
  const text = await readBody(reply.body, reply.statusCode, request)
  return { status: reply.statusCode, text, header: (name) => asText(reply.headers[name.toLowerCase()]) }
}

async function overFetch(request: GotoRequest, fetch: Fetch): Promise<GotoReply> {
  const { url, method, headers, body, signal } = request
  const answer = fetch(new Request(url, { method, headers, body, signal, redirect: 'manual' }))
  // A stand-in for the network may not watch the signal as the network does.
  const reply = await Promise.race([answer, rejectOnAbort(signal)])
  const reading = reply.body ? readBody(reply.body, reply.status, request) : ''
  const text = await Promise.race([reading, rejectOnAbort(signal)])
  return { status: reply.status, text, header: (name) => reply.headers.get(name) }
}

/** One pool of connections per origin, kept open between calls: a new TLS connection costs more than most answers. */
function keepAliveAgent(): Agent {
  agent ??= new Agent({
    connections: 64,
    keepAliveTimeout: 30_000,
    keepAliveMaxTimeout: 120_000,
    connect: { timeout: 4_000 },
    // The call's deadline decides.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  return agent
}

async function readBody(
  body: AsyncIterable<Uint8Array>,
  status: number,
  { maxBytes, onChunk }: GotoRequest,
): Promise<string> {
  if (!onChunk || status < 200 || status >= 300) return readAtMost(body, maxBytes)
  for await (const chunk of body) onChunk(chunk)
  return ''
}

async function readAtMost(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    // Throwing out of the loop destroys the stream, and the rest of the answer with it.
    if (size > maxBytes) throw new OversizedReply(`more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

function asText(value: string | string[] | undefined): string | null {
  return Array.isArray(value) ? value.join(', ') : (value ?? null)
}
