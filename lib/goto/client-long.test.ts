import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cutConnection, failure, fakeGoto, json, meeting } from './fake-goto.ts'
import { setGotoFetch } from './transport.ts'

let goto: ReturnType<typeof fakeGoto>

beforeEach(() => {
  // Long lists take a while, on any machine.
  goto = fakeGoto({ patienceMs: 20_000 })
})
afterEach(() => setGotoFetch(null))

/** An attendee of the session of that day; `meetingInstanceKey` is beyond 2^53. */
function row(day: number, name = 'Kim'): string {
  const at = `2031-01-${String((day % 28) + 1).padStart(2, '0')}`
  return `{"meetingId":123456789,"meetingInstanceKey":30000000000108${String(day).padStart(4, '0')},"subject":"Depot",
    "startTime":"${at}T09:00:00.+0000","endTime":"${at}T10:00:00.+0000","joinTime":"${at}T09:01:00.+0000","leaveTime":"",
    "attendeeName":"${name}","organizerkey":7000000000004417,"email":"pia@example.net"}`
}

/** As many bytes as are asked for, made while being read. */
function streamed(rows: number, make: (nth: number) => string): () => Response {
  return () => {
    let nth = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const some = Array.from({ length: Math.min(500, rows - nth) }, (_, more) => make(nth + more))
        controller.enqueue(Buffer.from(`${nth === 0 ? '[' : ','}${some.join(',')}`))
        nth += some.length
        if (nth < rows) return
        controller.enqueue(Buffer.from(']'))
        controller.close()
      },
    })
    return new Response(body)
  }
}

const attendees = (keep?: object) => goto.client.call('listAttendees', { ...meeting, ...(keep && { keep }) })

test('a room with years of history is read even though its answer exceeds the usual limit', async () => {
  const make = (nth: number) => row(nth, `Kim ${'x'.repeat(200)}`)
  const rows = Math.ceil((12 * 1024 * 1024) / make(0).length)
  goto.answers(streamed(rows, make))
  const isWanted = (beganAt: string) => beganAt === '2031-01-03T09:00:00.000Z'
  const { rows: kept, setAside, cut } = await attendees({ isWanted })
  expect([setAside, cut]).toEqual([[], null])
  expect(kept.length).toBe(Math.ceil((rows - 2) / 28))
  expect(kept[0]).toMatchObject({ meetingInstanceKey: '300000000001080002', leaveTime: null })
})

test('of too many, the newest sessions are kept whole, and what is missing is reported', async () => {
  goto.answers(streamed(280, row))
  const { rows, cut } = await attendees({ atMost: 25 })
  expect(rows).toHaveLength(20)
  expect(new Set(rows.map(({ startTime }) => startTime.slice(8, 10)))).toEqual(new Set(['27', '28']))
  expect(cut).toEqual({ rows: 260, until: '2031-01-26T09:00:00.000Z' })
})

test('unwanted rows take no space, do not count as missing, and spoil nothing', async () => {
  const unwanted = (nth: number) => (nth % 2 === 0 ? row(1) : row(1).replace('"Kim"', '{}'))
  goto.answers(streamed(100, (nth) => (nth < 90 ? unwanted(nth) : row(2))))
  const isWanted = (beganAt: string) => beganAt > '2031-01-03'
  const { rows, setAside, cut } = await attendees({ isWanted, atMost: 10 })
  expect([rows.length, setAside, cut]).toEqual([10, [], null])
  goto.answers(streamed(10, unwanted))
  expect(await attendees({ isWanted })).toEqual({ rows: [], setAside: [], cut: null })
})

test('unreadable rows are set aside, each of them counted, and the others stay', async () => {
  const odd = '{"meetingId":123456789,"startTime":"soon"}'
  goto.answers(() => new Response(`[${odd},${row(1)},7,${odd}]`))
  const { rows, setAside } = await attendees()
  expect(rows).toHaveLength(1)
  expect(setAside.map(({ id }) => id)).toEqual(['123456789', null, '123456789'])
})

test.each([
  ['nothing', () => new Response('')],
  ['204', () => new Response(null, { status: 204 })],
  ['an empty array', json(200, [])],
])('%s is an empty list', async (_what, answer) => {
  goto.answers(answer)
  expect(await attendees()).toEqual({ rows: [], setAside: [], cut: null })
})

test('one bare row is a list of one', async () => {
  goto.answers(() => new Response(row(1)))
  expect((await attendees()).rows).toHaveLength(1)
})

describe('never a shorter list instead of a broken one:', () => {
  test.each([
    ['it stops early', () => new Response(`[${row(1)},`), 'upstream_rejected'],
    ['a row is no JSON', () => new Response(`[${row(1)},{"a":}]`), 'upstream_rejected'],
    ['a page', () => new Response('<!doctype html>'), 'upstream_rejected'],
    ['no row can be read', json(200, [{ meetingId: 1 }]), 'upstream_rejected'],
    ['an error with a good status', json(200, { int_err_code: 'X', msg: 'y' }), 'upstream_rejected'],
    ['the connection is lost', cutConnection('ECONNRESET'), 'upstream_unavailable'],
    ['no such meeting', json(404, { int_err_code: 'X', msg: 'y' }), 'not_found'],
    ['too many requests', json(429, {}, { 'retry-after': '30' }), 'rate_limited'],
  ] as const)('%s', async (_what, answer, code) => {
    goto.answers(answer)
    expect((await failure(attendees())).code).toBe(code)
  })
})

test('a second try starts with an empty list', async () => {
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from(`[${row(1)},`)),
    pull: (controller) => controller.error(new TypeError('terminated')),
  })
  goto.answers(
    () => new Response(broken),
    () => new Response(`[${row(2)}]`),
  )
  expect((await attendees()).rows).toHaveLength(1)
  expect(goto.sent).toHaveLength(2)
})
