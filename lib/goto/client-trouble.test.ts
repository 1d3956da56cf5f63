import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { cutConnection, draft, failure, fakeGoto, host, json, meeting } from './fake-goto.ts'
import { setGotoFetch } from './transport.ts'

let goto: ReturnType<typeof fakeGoto>

beforeEach(() => {
  goto = fakeGoto()
})
afterEach(() => {
  setGotoFetch(null)
  vi.useRealTimers()
})

describe('too many requests', () => {
  test('waits as long as GoTo says, slows everybody down and asks again', async () => {
    goto.answers(json(429, {}, { 'retry-after': '2' }), json(200, host))
    await goto.client.call('startMeeting', meeting)
    expect(goto.slowdowns).toEqual([2_000])
    expect(goto.slept).toEqual([2_125])
  })

  test('without a delay from GoTo, waits by its own jitter', async () => {
    goto.answers(json(429, {}), json(200, host))
    await goto.client.call('startMeeting', meeting)
    expect(goto.slowdowns).toEqual([0])
    expect(goto.slept).toEqual([500])
  })

  test('understands a date', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T09:00:00Z') })
    onTestFinished(() => void vi.useRealTimers())
    goto.answers(json(429, {}, { 'retry-after': 'Tue, 24 Nov 2026 09:01:30 GMT' }))
    const error = await failure(goto.client.call('startMeeting', meeting))
    expect(error.retryAfterSeconds).toBe(90)
  })

  test('a person hears right away when the delay is longer than a person waits', async () => {
    goto.answers(json(429, {}, { 'retry-after': '30' }))
    const error = await failure(goto.client.call('startMeeting', meeting))
    expect([error.code, error.retryAfterSeconds]).toEqual(['rate_limited', 30])
    expect(goto.slept).toEqual([])
  })

  test('a POST is not sent again', async () => {
    goto.answers(json(429, {}, { 'retry-after': '1' }))
    expect((await failure(goto.client.call('createMeeting', draft))).code).toBe('rate_limited')
    expect(goto.sent).toHaveLength(1)
    expect(goto.slowdowns).toEqual([1_000])
  })
})

describe('trouble', () => {
  test.each([
    ['a page', () => new Response('<!doctype html><p>Sign in to the hotel', { status: 200 }), 'upstream_rejected'],
    ['truncated JSON', () => new Response('[{"meetingId":12', { status: 200 }), 'upstream_rejected'],
    ['an empty body', () => new Response('', { status: 200 }), 'upstream_rejected'],
    ['wrong types', json(200, [{ meetingId: 'x', subject: 5 }]), 'upstream_rejected'],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: 'https://evil.example.net' } }),
      'upstream_rejected',
    ],
    ['a page instead of "not found"', () => new Response('<html>', { status: 404 }), 'upstream_rejected'],
    ['an edge that knows no such address', json(404, { errorCode: 'NOT_FOUND', message: '' }), 'upstream_rejected'],
    ['a 400 that is not documented', json(400, {}), 'upstream_rejected'],
    ['no such meeting', json(404, { int_err_code: 'NoMeeting', msg: '' }), 'not_found'],
    ['no such meeting, without a word', () => new Response(null, { status: 404 }), 'not_found'],
    ['a failure of GoTo', json(500, {}), 'upstream_unavailable'],
    ['a gateway page', () => new Response('<html>', { status: 500 }), 'upstream_unavailable'],
  ] as const)('%s: %#', async (_what, answer, code) => {
    goto.answers(answer)
    expect((await failure(goto.client.call('getMeeting', meeting))).code).toBe(code)
    expect(goto.sent).toHaveLength(1)
  })

  test('a page with a success status is not a deletion', async () => {
    goto.answers(() => new Response('<!doctype html><p>Sign in to the hotel', { status: 200 }))
    expect((await failure(goto.client.call('deleteMeeting', meeting))).code).toBe('upstream_rejected')
  })

  test('a deletion answered only by the edge did not happen', async () => {
    goto.answers(json(404, { errorCode: 'NOT_FOUND', message: 'no route' }))
    expect((await failure(goto.client.call('deleteMeeting', meeting))).code).toBe('upstream_rejected')
  })

  test.each([
    [400, 'invalid'],
    [409, 'conflict'],
  ] as const)('a documented %i when creating an organizer is %s', async (status, code) => {
    goto.answers(json(status, { int_err_code: 'X', msg: 'y' }))
    const body = { organizerEmail: 'a@example.net', firstName: 'A', lastName: 'B', productType: 'G2M' as const }
    expect((await failure(goto.client.call('createOrganizer', { body }))).code).toBe(code)
  })

  test('an answer larger than 10 MB is not read to the end', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        controller.enqueue(new Uint8Array(1024 * 1024))
      },
    })
    goto.answers(() => new Response(endless))
    expect((await failure(goto.client.call('getMeeting', meeting))).code).toBe('upstream_rejected')
    expect(sent).toBeLessThan(14)
  })

  test('a call that hangs ends at its deadline', async () => {
    setGotoFetch(() => new Promise(() => undefined))
    expect((await failure(goto.client.call('startMeeting', meeting))).code).toBe('upstream_unavailable')
  })

  test('an answer that stalls half-way ends at the deadline', async () => {
    goto.answers(
      () => new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([91])) })),
    )
    expect((await failure(goto.client.call('getMeeting', meeting))).code).toBe('upstream_unavailable')
  })

  test.each([502, 503, 504])('a read is retried once after a %i', async (status) => {
    goto.answers(json(status, {}), json(200, host))
    await goto.client.call('startMeeting', meeting)
    expect(goto.slept).toEqual([100])
  })

  test('a read is retried once after a lost connection, a POST never', async () => {
    goto.answers(cutConnection('ECONNRESET'))
    await failure(goto.client.call('startMeeting', meeting))
    expect(goto.sent).toHaveLength(2)
    const error = await failure(goto.client.call('createMeeting', draft))
    expect(goto.sent).toHaveLength(3)
    expect(error.message).toContain('may exist already')
  })

  test('an unreadable answer to a POST never invites another click', async () => {
    goto.answers(() => new Response('<html>', { status: 200 }))
    const error = await failure(goto.client.call('createMeeting', draft))
    expect([error.code, error.message.includes('may exist already')]).toEqual(['upstream_rejected', true])
  })

  test('a POST that was never sent says that nothing was changed', async () => {
    goto.answers(cutConnection('ECONNREFUSED'))
    expect((await failure(goto.client.call('createMeeting', draft))).message).toContain('Nothing was changed')
  })

  test('a deletion whose answer was lost is done when the retry finds nothing', async () => {
    goto.answers(json(503, {}), json(404, {}))
    expect(await goto.client.call('deleteMeeting', meeting)).toBeUndefined()
  })

  test('a deletion that finds nothing the first time says so', async () => {
    goto.answers(json(404, {}))
    expect((await failure(goto.client.call('deleteMeeting', meeting))).code).toBe('not_found')
  })

  test.each([
    ['a refusal', 'rate_limited', json(429, {}, { 'retry-after': '30' })],
    ['a bad token', 'not_connected', json(403, { int_err_code: 'InvalidToken', msg: 'Invalid token passed' })],
  ])('%s says nothing about an earlier try, which may have arrived', async (_, code, answer) => {
    goto.answers(cutConnection('ECONNRESET'), answer)
    const error = await failure(goto.bareClient.call('deleteMeeting', meeting))
    expect([error.code, error.isUncertain]).toEqual([code, true])
    expect(error.message).toContain('may or may not have been made')
  })

  test('nor does running out of budget for another try', async () => {
    goto.answers(cutConnection('ECONNRESET'))
    const client = goto.clientWith(1)
    const error = await failure(client.call('deleteMeeting', meeting))
    expect([error.code, error.isUncertain]).toEqual(['rate_limited', true])
  })

  test('a first refusal is certain', async () => {
    goto.answers(json(429, {}, { 'retry-after': '30' }))
    expect((await failure(goto.client.call('deleteMeeting', meeting))).isUncertain).toBe(false)
  })

  test('GoTo down: at most 1.1 calls go out per call asked for, later only probes', async () => {
    goto.answers(json(503, {}))
    for (let asked = 0; asked < 100; asked += 1) await failure(goto.client.call('startMeeting', meeting))
    expect(goto.sent.length).toBeLessThanOrEqual(110)
    expect(goto.sent.length).toBeLessThan(20)
    goto.sent.length = 0
    goto.pass(60_000)
    await failure(goto.client.call('startMeeting', meeting))
    await failure(goto.client.call('startMeeting', meeting))
    expect(goto.sent).toHaveLength(1)
  })

  test('GoTo back: the first successful probe lets everybody through', async () => {
    goto.answers(json(503, {}))
    for (let asked = 0; asked < 10; asked += 1) await failure(goto.client.call('startMeeting', meeting))
    expect((await failure(goto.client.call('startMeeting', meeting))).message).toContain('GoTo')
    goto.pass(60_000)
    goto.answers(json(200, host))
    await goto.client.call('startMeeting', meeting)
    await goto.client.call('startMeeting', meeting)
  })
})

test('no error carries a token, an address or a body', async () => {
  const secrets = 'CANARY token-1 CANARY-HOST ann@example.net'
  const long = `CANARY-${'x'.repeat(40)}`
  for (const answer of [
    json(400, { int_err_code: long, msg: `${secrets} https://host.example.net/?authenticationToken=CANARY` }),
    json(200, { hostURL: 5, CANARY: secrets }),
    () => new Response(`<html>${secrets}`, { status: 200 }),
    () => new Response(`{"hostURL":"https://x.example.net/CANARY`, { status: 200 }),
  ]) {
    goto.answers(answer)
    const error = await failure(goto.client.call('startMeeting', meeting))
    const shown = `${error.message} ${(error.cause as Error).message} ${(error.cause as Error).stack}`
    expect(shown).not.toMatch(/CANARY-|token-1|ann@example|authenticationToken/)
  }
})
