import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { setEnv } from '#lib/env.ts'
import { faultProxy } from '#lib/testing/fault-proxy.ts'
import { created, draft, failure, fakeGoto, host, meeting } from './fake-goto.ts'
import { closeGotoConnections } from './transport.ts'

const good = JSON.stringify(created)

/** Whatever came is GoTo's answer and all of it. */
function reply(
  body: string | Buffer,
  { status = '200 OK', headers = '', bytes = Buffer.byteLength(body) } = {},
): Buffer {
  const head = `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\n${headers}content-length: ${bytes}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), Buffer.from(body)])
}

const lies: [what: string, lie: (piece: Buffer) => Buffer, code: string][] = [
  ['no HTTP', () => Buffer.from('\x16\x03\x01\x00\x00 what is this?\r\n\r\n'), 'upstream_unavailable'],
  ['other bytes', (piece) => Buffer.from(piece.map((byte) => byte ^ 0x55)), 'upstream_unavailable'],
  ['half a JSON that claims to be whole', () => reply(good.slice(0, 40)), 'upstream_rejected'],
  ['another type', () => reply('{"meetings":7}'), 'upstream_rejected'],
  ['nothing', () => reply(''), 'upstream_rejected'],
  ['a wrong status', () => reply(good, { status: '418 Teapot' }), 'upstream_rejected'],
  ['a page', () => reply('<!doctype html><title>Proxy</title>'), 'upstream_rejected'],
  ['a page of a gateway', () => reply('<html>Bad Gateway', { status: '502 Bad Gateway' }), 'upstream_unavailable'],
  ['an error as a success', () => reply('{"int_err_code":"InvalidRequest","msg":"no"}'), 'upstream_rejected'],
  [
    'a gzip cut off',
    () => reply(gzipSync(good).subarray(0, 30), { headers: 'content-encoding: gzip\r\n' }),
    'upstream_rejected',
  ],
  ['two lengths', () => reply(good, { headers: 'content-length: 3\r\n' }), 'upstream_unavailable'],
]

test.each(lies)(
  '%s from GoTo is no answer: a meeting may exist, and is not created a second time',
  async (_what, lie, code) => {
    const { client, proxy, asked } = await gotoBehindProxy()
    proxy.treat({ lie })
    const unsure = await failure(client.call('createMeeting', draft))
    expect([unsure.code, unsure.isUncertain, asked.length]).toEqual([code, true, 1])
    expect(unsure.message).toContain('the meeting may exist already')
    const unread = await failure(client.call('startMeeting', meeting))
    expect([unread.code, unread.isUncertain]).toEqual([code, false])
    proxy.treat('let through')
    expect(await client.call('createMeeting', draft)).toMatchObject({ meetingId: '1' })
  },
)

async function gotoBehindProxy() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    request.resume()
    response.setHeader('content-type', 'application/json')
    response.end(request.method === 'POST' ? good : JSON.stringify(host))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy = await faultProxy({ host: '127.0.0.1', port: (server.address() as AddressInfo).port })
  onTestFinished(async () => {
    await closeGotoConnections()
    server.closeAllConnections()
    server.close()
  })
  const { client } = fakeGoto({ patienceMs: 10_000 })
  setEnv({ gotoApiUrl: `http://127.0.0.1:${proxy.port}` })
  return { client, proxy, asked }
}
