import { describe, expect, test } from 'vitest'
import { lastDays, people, testSandbox } from './test-calls.ts'

const { olivia } = people

function controls(here = testSandbox()) {
  async function control(method: string, name: string, body?: unknown) {
    const reply = await here.sandbox.fetch(`http://127.0.0.1:4010/__sandbox/${name}`, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> & { message?: string } }
  }
  return { ...here, control }
}

test('a script’s token is a complete answer, and there is none for people without GoTo', async () => {
  const { control } = controls()
  const { status, body } = await control('POST', 'tokens', { email: olivia })
  expect(status).toBe(200)
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, principal: olivia })
  expect(Object.keys(body)).toEqual(expect.arrayContaining(['access_token', 'refresh_token', 'scope']))
  expect((await control('POST', 'tokens', { email: 'erin@example.com' })).status).toBe(404)
})

test('the clock is read and advanced, and everything follows it', async () => {
  const { control, call, plan, sandbox } = controls()
  expect((await control('GET', 'clock')).body).toEqual({ now: '2026-11-24T09:00:00.000Z' })
  const meetingId = await plan(olivia)
  sandbox.act(meetingId, 'start')
  const advanced = await control('POST', 'clock', { advanceSeconds: 1800 })
  expect(advanced.body).toEqual({ now: '2026-11-24T09:30:00.000Z' })
  sandbox.act(meetingId, 'end')
  const sessions = await call(olivia, 'listHistoricalMeetings', { query: lastDays(sandbox, 1) })
  expect(sessions.find((row) => row.meetingId === meetingId)?.duration).toBe(30)
})

test('settings change what is named and keep the rest', async () => {
  const { control } = controls()
  await control('POST', 'settings', { shape: 'observed', refresh: 'single-use' })
  const { body } = await control('POST', 'settings', { ratePerSecond: 50 })
  expect(body).toEqual({
    shape: 'observed',
    refresh: 'single-use',
    ratePerSecond: 50,
    historyDelaySeconds: 0,
    tokenDelaySeconds: 0,
    emptyHistory: 200,
    roomTimes: 'creation',
  })
})

test('reset goes back to the initial state; clients and grants stay', async () => {
  const { control, call, plan, sandbox } = controls()
  const { access_token: token } = sandbox.tokenFor(olivia, { limited: false })
  const first = await call(olivia, 'listUpcomingMeetings')
  const meetingId = await plan(olivia)
  await control('POST', 'faults', [{ call: '*', count: 5, answer: 503 }])
  await control('POST', 'settings', { shape: 'observed' })
  await control('POST', 'clock', { advanceSeconds: 600 })
  expect((await control('POST', 'reset', {})).status).toBe(200)
  const authorization = `Bearer ${token}`
  const reply = await sandbox.fetch('https://goto.test/G2M/rest/upcomingMeetings', { headers: { authorization } })
  expect(reply.status).toBe(200)
  expect(await reply.text()).not.toContain(meetingId)
  expect(await call(olivia, 'listUpcomingMeetings')).toEqual(first)
  expect((await control('GET', 'clock')).body).toEqual({ now: '2026-11-24T09:00:00.000Z' })
})

test('a data set has exactly as many past sessions as its size says', async () => {
  const { control, call, sandbox } = controls(testSandbox({ company: 'full' }))
  expect((await control('POST', 'seed', { size: 'S' })).body).toEqual({ size: 'S', meetings: 1_000 })
  sandbox.settings({ historyDelaySeconds: 0 })
  const query = lastDays(sandbox, 600)
  const organizers = await call(people.adam, 'listOrganizers')
  const sessions = await Promise.all(
    organizers.map(({ organizerKey }) =>
      call(people.adam, 'listHistoricalMeetingsByOrganizer', { path: { organizerKey }, query }),
    ),
  )
  expect(sessions.flat()).toHaveLength(1_000)
  expect(new Set(sessions.flat().map(({ sessionId }) => sessionId)).size).toBe(1_000)
})

test('calls are counted with who, what and how it went; controls and pages are not', async () => {
  const { control, send, sandbox } = controls()
  await send(olivia, 'listUpcomingMeetings')
  await send(olivia, 'listGroups')
  await send(olivia, 'listUpcomingMeetings', { token: 'wrong' })
  await sandbox.fetch('https://goto.test/oauth/token', { method: 'POST' })
  const { body } = await control('GET', 'calls')
  expect(body).toMatchObject([
    { method: 'GET', path: '/G2M/rest/upcomingMeetings', email: olivia, status: 200, at: '2026-11-24T09:00:00.000Z' },
    { path: '/G2M/rest/groups', email: olivia, status: 403 },
    { path: '/G2M/rest/upcomingMeetings', email: null, status: 403 },
    { method: 'POST', path: '/oauth/token', email: null, status: 401 },
  ])
})

test('faults are ordered and cleared', async () => {
  const { control, send } = controls()
  await control('POST', 'faults', [{ call: 'listUpcomingMeetings', count: 9, answer: 429, retryAfterSeconds: 3 }])
  expect((await send(olivia, 'listUpcomingMeetings')).headers.get('retry-after')).toBe('3')
  await control('DELETE', 'faults')
  expect((await send(olivia, 'listUpcomingMeetings')).status).toBe(200)
})

test('acting works without the pages', async () => {
  const { control, plan } = controls()
  const meetingId = await plan(olivia)
  const acts = [
    [
      { do: 'join', name: 'Ann' },
      { status: 'INACTIVE', waiting: 1, present: 0 },
    ],
    [{ do: 'start' }, { status: 'ACTIVE', waiting: 0, present: 1 }],
    [{ do: 'start' }, { status: 'ACTIVE', waiting: 0, present: 1 }],
    [
      { do: 'leave', name: 'Ann' },
      { status: 'ACTIVE', present: 0 },
    ],
    [{ do: 'end' }, { status: 'INACTIVE', present: 0 }],
  ]
  for (const [ask, result] of acts) {
    expect((await control('POST', 'act', { meetingId, ...ask })).body).toMatchObject({ meetingId, ...result })
  }
  expect((await control('POST', 'act', { meetingId, do: 'end' })).status).toBe(409)
  expect((await control('POST', 'act', { meetingId: '999999999', do: 'start' })).status).toBe(404)
})

describe('a wrong body gets 400 with a sentence', () => {
  test.each([
    ['tokens', {}, /email/],
    ['tokens', 'not json', /JSON/],
    ['reset', { all: true }, /all/],
    ['seed', { size: 'XL' }, /size/],
    ['clock', { advanceSeconds: -1 }, /advanceSeconds/],
    ['settings', { shape: 'round' }, /shape/],
    ['settings', { speed: 1 }, /speed/],
    ['settings', { emptyHistory: 500 }, /emptyHistory/],
    ['settings', { roomTimes: 'none' }, /roomTimes/],
    ['faults', [{ call: 'nothing', count: 1, answer: 429 }], /must be one of createMeeting, .*token, \*/],
    ['faults', [{ call: '*', count: 0, answer: 429 }], /count/],
    ['faults', [{ call: '*', count: 1, answer: 418 }], /answer/],
    ['act', { meetingId: '123456789', do: 'dance' }, /do/],
  ])('%s %o', async (name, body, sentence) => {
    const { control } = controls()
    const reply = await control('POST', name, body)
    expect(reply.status).toBe(400)
    expect(reply.body.message).toMatch(sentence)
  })

  test('an unknown control is a 404 that names the ones there are', async () => {
    const { control } = controls()
    const { status, body } = await control('POST', 'nothing', {})
    expect(status).toBe(404)
    expect(body.message).toContain('POST /__sandbox/act')
  })
})
