import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { watchedSocket } from './watched-socket.ts'

const message = (kind: string, body = '') => {
  const head = Buffer.alloc(5)
  head.write(kind)
  head.writeUInt32BE(body.length + 4, 1)
  return Buffer.concat([head, Buffer.from(body)])
}

test('messages pass in whatever pieces they arrive', async () => {
  const sent = Buffer.concat([message('T', 'columns'), message('D', 'x'.repeat(300)), message('C'), message('Z', 'I')])
  for (const size of [1, 2, 3, 7, 64, sent.length]) {
    const { server, socket } = await connected()
    const got: Buffer[] = []
    socket.on('data', (piece: Buffer) => got.push(piece))
    const pieces = Array.from({ length: Math.ceil(sent.length / size) }, (_, nth) =>
      sent.subarray(nth * size, (nth + 1) * size),
    )
    // As pieces arrive: the network would join small ones.
    for (const piece of pieces) socket.emit('data', piece)
    expect(Buffer.concat(got), `in pieces of ${size}`).toEqual(sent)
    expect(socket.destroyed).toBe(false)
    server.destroy()
  }
})

test.each([
  ['a page', Buffer.from('HTTP/1.1 200 OK\r\n\r\n<html>')],
  ['a kind PostgreSQL does not have', message('!')],
  ['a length shorter than itself', Buffer.from([0x5a, 0, 0, 0, 3])],
  ['an odd message after a good one', Buffer.concat([message('Z', 'I'), message('?')])],
])('%s ends the connection, and nobody reads it', async (_what, sent) => {
  const { server, socket } = await connected()
  const read: unknown[] = []
  socket.on('data', (piece) => read.push(piece))
  server.write(sent)
  await expect(failureOf(socket)).resolves.toContain('not the protocol of PostgreSQL')
  expect(read).toEqual([])
})

test('a reader that cannot make sense of a message ends the connection, not the process', async () => {
  const { server, socket } = await connected()
  socket.on('data', () => {
    throw new RangeError('out of range')
  })
  server.write(message('D'))
  await expect(failureOf(socket)).resolves.toContain('not the protocol of PostgreSQL')
})

test('silence ends the connection', async () => {
  const { socket } = await connected(20)
  await expect(failureOf(socket)).resolves.toContain('no answer')
})

async function failureOf(socket: Socket): Promise<string> {
  const [error] = (await once(socket, 'close').then(
    () => [socket.errored],
    (thrown) => [thrown],
  )) as [Error | null]
  return error?.message ?? 'none'
}

async function connected(longestSilenceMs = 60_000): Promise<{ server: Socket; socket: Socket }> {
  const listening = createServer().listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const socket = watchedSocket(longestSilenceMs)
  const accepted = once(listening, 'connection') as Promise<[Socket]>
  socket.connect((listening.address() as AddressInfo).port, '127.0.0.1')
  await once(socket, 'connect')
  const [server] = await accepted
  server.on('error', () => undefined)
  onTestFinished(() => {
    server.destroy()
    socket.destroy()
    listening.close()
  })
  return { server, socket }
}
