import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isLoopback } from './is-loopback.ts'
import type { Sandbox } from './sandbox.ts'

/** The sandbox on a port. Hanging, cut and truncated answers happen on the socket itself. */
export async function serveSandbox(sandbox: Pick<Sandbox, 'answer'>, { port, host }: { port: number; host: string }) {
  const server = createServer((incoming, outgoing) => {
    handle(sandbox, incoming, outgoing).catch((error: unknown) => {
      if (outgoing.headersSent) return outgoing.destroy()
      outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(error instanceof Error ? error.message : 'failed')
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { port: actual } = server.address() as AddressInfo
  return {
    port: actual,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function handle(
  sandbox: Pick<Sandbox, 'answer'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const path = incoming.url ?? '/'
  if (path.startsWith('/__sandbox/') && !isLoopback(incoming.socket.remoteAddress)) {
    const body = JSON.stringify({ message: 'The controls answer on this machine only.' })
    outgoing.writeHead(403, { 'content-type': 'application/json' }).end(body)
    return
  }
  const outcome = await sandbox.answer(await toRequest(incoming, path, outgoing))
  switch (outcome.kind) {
    case 'hang':
      return
    case 'cut':
      incoming.socket.destroy()
      return
    case 'truncate':
    case 'response': {
      const { status, headers } = outcome.response
      const body = Buffer.from(await outcome.response.arrayBuffer())
      // A 204 has neither a body nor a content length (RFC 9110).
      const length = status === 204 ? {} : { 'content-length': body.length }
      outgoing.writeHead(status, { ...Object.fromEntries(headers), ...length })
      if (outcome.kind === 'response') outgoing.end(body)
      else outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => incoming.socket.destroy())
    }
  }
}

async function toRequest(incoming: IncomingMessage, path: string, outgoing: ServerResponse): Promise<Request> {
  const method = incoming.method ?? 'GET'
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, String(value))
  const leaving = new AbortController()
  outgoing.once('close', () => leaving.abort())
  return new Request(new URL(path, `http://${incoming.headers.host ?? 'localhost'}`), {
    method,
    headers,
    signal: leaving.signal,
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.concat(chunks) }),
  })
}
