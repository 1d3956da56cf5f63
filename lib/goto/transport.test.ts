import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { closeGotoConnections, OversizedReply, sendToGoto } from './transport.ts'

let server: Server | null = null

afterEach(async () => {
  await closeGotoConnections()
  server?.closeAllConnections()
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)))
  server = null
})

describe('over a real connection', () => {
  test('successive calls share connections', async () => {
    const ports = new Set<number | undefined>()
    const url = await serve((request, response) => {
      ports.add(request.socket.remotePort)
      response.end('{}')
    })
    for (let nth = 0; nth < 20; nth += 1) expect((await send(url)).text).toBe('{}')
    expect(ports.size).toBeLessThanOrEqual(2)
  })

  test('headers, body and status arrive as they are', async () => {
    const url = await serve((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        response.writeHead(429, { 'retry-after': '3', 'set-cookie': ['a=1', 'b=2'] })
        response.end(
          `${request.method} ${request.url} ${request.headers.authorization} ${request.headers.cookie} ${body}`,
        )
      })
    })
    const reply = await send(`${url}/x?y=1`, {
      method: 'POST',
      body: '{"a":1}',
      headers: { authorization: 'Bearer t' },
    })
    expect([reply.status, reply.header('Retry-After'), reply.text]).toEqual([
      429,
      '3',
      'POST /x?y=1 Bearer t undefined {"a":1}',
    ])
  })

  test('a redirect is not followed, so that no token goes elsewhere', async () => {
    let calls = 0
    const url = await serve((_request, response) => {
      calls += 1
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    expect((await send(url)).status).toBe(302)
    expect(calls).toBe(1)
  })

  test('a connection cut in the middle of an answer is an error', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('[{"meetingId":')
      setImmediate(() => response.destroy())
    })
    await expect(send(url)).rejects.toThrow()
  })

  test('an answer that is too large is abandoned', async () => {
    let written = 0
    const url = await serve((_request, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'x')
      const more = () => {
        while (!response.destroyed && response.write(chunk)) written += chunk.length
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    })
    await expect(send(url, { maxBytes: 256 * 1024 })).rejects.toBeInstanceOf(OversizedReply)
    expect(written).toBeLessThan(64 * 1024 * 1024)
  })

  test('a streamed body may exceed the limit; a refusal’s body is held', async () => {
    const url = await serve((request, response) => {
      response.writeHead(request.url === '/refused' ? 404 : 200)
      response.end('x'.repeat(request.url === '/refused' ? 10 : 600_000))
    })
    let taken = 0
    const onChunk = (chunk: Uint8Array) => {
      taken += chunk.length
    }
    const reply = await send(`${url}/long`, { maxBytes: 1_000, onChunk })
    expect([reply.status, reply.text, taken]).toEqual([200, '', 600_000])
    expect((await send(`${url}/refused`, { maxBytes: 1_000, onChunk })).text).toBe('x'.repeat(10))
    expect(taken).toBe(600_000)
  })

  test('stopping half-way through a body ends the connection', async () => {
    const url = await serve((_request, response) => {
      const more = () => !response.destroyed && response.write('x'.repeat(64 * 1024), more)
      more()
    })
    const onChunk = () => {
      throw new Error('enough')
    }
    await expect(send(url, { onChunk })).rejects.toThrow('enough')
  })

  test('a silent server is abandoned at the deadline', async () => {
    const url = await serve(() => undefined)
    const controller = new AbortController()
    const reply = send(url, { signal: controller.signal })
    await new Promise((resolve) => server?.once('request', resolve))
    controller.abort()
    await expect(reply).rejects.toThrow()
  })

  test('a port where nothing listens is an error that says so', async () => {
    const url = await serve(() => undefined)
    await new Promise((resolve) => server?.close(resolve))
    server = null
    await expect(send(url)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})

function send(url: string, given: Partial<Parameters<typeof sendToGoto>[0]> = {}) {
  const signal = new AbortController().signal
  return sendToGoto({ method: 'GET', url, headers: {}, body: null, signal, maxBytes: 1024 * 1024, ...given })
}

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener)
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`
}
