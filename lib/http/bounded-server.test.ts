import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { boundedServer } from './bounded-server.ts'

const opened: (Server | Socket)[] = []
afterEach(() => {
  for (const one of opened.splice(0)) 'closeAllConnections' in one ? one.close().closeAllConnections() : one.destroy()
})

async function listening(bounds?: Parameters<typeof boundedServer>[1]): Promise<Server> {
  const server = boundedServer((_, response) => response.end('here'), bounds)
  opened.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function open(server: Server): Socket {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => undefined)
  opened.push(socket)
  return socket
}

const asked = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'

async function answerOn(socket: Socket): Promise<string> {
  const text = await Promise.race([once(socket, 'data').then(([data]) => String(data)), once(socket, 'close')])
  return typeof text === 'string' ? (text.split('\r\n')[0] ?? '') : 'closed'
}

test('a connection more than may be is closed at once, and those that are there are answered', async () => {
  const server = await listening({ most: 2 })
  const [first, second] = [open(server), open(server)]
  for (const socket of [first, second]) {
    socket.write(asked)
    expect(await answerOn(socket)).toBe('HTTP/1.1 200 OK')
  }
  expect(await answerOn(open(server))).toBe('closed')
  first.write(asked)
  expect(await answerOn(first)).toBe('HTTP/1.1 200 OK')
  second.destroy()
})

test('a request whose headers never end is closed, and takes nothing from others', async () => {
  const server = await listening({ headersMs: 50 })
  const endless = open(server)
  endless.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ')
  expect(await answerOn(endless)).toBe('HTTP/1.1 408 Request Timeout')
})

test('by default there are ten seconds for headers, and more connections than a company has browsers', async () => {
  const server = await listening()
  expect([server.headersTimeout, server.maxConnections]).toEqual([10_000, 8_192])
})
