import { describe, expect, test } from 'vitest'
import type { GotoCallName } from '#lib/goto/contract/calls.ts'
import { lastDays, people, testSandbox } from './test-calls.ts'

const { olivia, mara, adam } = people

/** A session of Olivia's from minute 10 to 30, Ann inside from 15 to 25. */
async function heldSession(test: ReturnType<typeof testSandbox>, more: Record<string, unknown> = {}) {
  const { plan, pass, sandbox } = test
  const meetingId = await plan(olivia, more)
  pass(10)
  sandbox.act(meetingId, 'start')
  pass(5)
  sandbox.act(meetingId, 'join', { name: 'Ann Guest', email: 'ann@guest.example' })
  pass(10)
  sandbox.act(meetingId, 'leave', { name: 'Ann Guest' })
  pass(5)
  sandbox.act(meetingId, 'end')
  return meetingId
}

test('a session is in the history after the delay, with its real times, and never while it runs', async () => {
  const here = testSandbox()
  const { call, pass, sandbox, plan } = here
  sandbox.settings({ historyDelaySeconds: 120 })
  const running = await plan(olivia)
  sandbox.act(running, 'start')
  const meetingId = await heldSession(here)
  const read = () => call(olivia, 'listHistoricalMeetings', { query: lastDays(sandbox, 1) })
  const rows = () => call(olivia, 'listAttendees', { path: { meetingId } })
  expect((await read()).map((row) => row.meetingId)).not.toContain(meetingId)
  expect(await rows()).toEqual([])
  pass(2)
  expect((await read()).map((row) => row.meetingId)).not.toContain(running)
  expect((await read()).find((row) => row.meetingId === meetingId)).toMatchObject({
    startTime: '2026-11-24T09:10:00.000Z',
    endTime: '2026-11-24T09:30:00.000Z',
    duration: 20,
    numAttendees: 1,
    organizerEmail: olivia,
  })
  expect(await rows()).toMatchObject([
    {
      attendeeName: 'Ann Guest',
      attendeeEmail: 'ann@guest.example',
      joinTime: '2026-11-24T09:15:00.000Z',
      leaveTime: '2026-11-24T09:25:00.000Z',
      duration: 10,
      organizerEmail: olivia,
    },
  ])
})

test('a room keeps its ID: two sessions, told apart only by their instance keys in attendee rows', async () => {
  const { call, plan, pass, sandbox } = testSandbox()
  const meetingId = await plan(olivia, { meetingtype: 'recurring' })
  for (const name of ['First', 'Second']) {
    sandbox.act(meetingId, 'join', { name })
    sandbox.act(meetingId, 'start')
    pass(10)
    sandbox.act(meetingId, 'end')
    pass(24 * 60)
  }
  const sessions = await call(olivia, 'listHistoricalMeetings', { query: lastDays(sandbox, 3) })
  const mine = sessions.filter((row) => row.meetingId === meetingId)
  expect(new Set(mine.map((row) => row.sessionId)).size).toBe(2)
  const rows = await call(olivia, 'listAttendees', { path: { meetingId } })
  expect(rows.map((row) => row.attendeeName)).toEqual(['First', 'Second'])
  expect(new Set(rows.map((row) => row.meetingInstanceKey)).size).toBe(2)
  expect((await call(olivia, 'listUpcomingMeetings')).filter((row) => row.meetingId === meetingId)).toHaveLength(1)
})

test('somebody who comes back has two rows but counts once', async () => {
  const { call, plan, pass, sandbox } = testSandbox()
  const meetingId = await plan(olivia)
  sandbox.act(meetingId, 'start')
  for (let times = 0; times < 2; times++) {
    sandbox.act(meetingId, 'join', { name: 'Ann' })
    pass(5)
    sandbox.act(meetingId, 'leave', { name: 'Ann' })
  }
  sandbox.act(meetingId, 'end')
  const rows = await call(olivia, 'listAttendees', { path: { meetingId } })
  expect(rows).toHaveLength(2)
  expect(rows.map((row) => row.numAttendees)).toEqual([1, 1])
})

test('attendees are for the organizer and administrators', async () => {
  const here = testSandbox()
  const meetingId = await heldSession(here)
  expect(await here.call(adam, 'listAttendees', { path: { meetingId } })).toHaveLength(1)
  expect((await here.send(mara, 'listAttendees', { path: { meetingId } })).status).toBe(404)
})

test('a deleted meeting keeps its history', async () => {
  const here = testSandbox()
  const meetingId = await heldSession(here)
  await here.call(olivia, 'deleteMeeting', { path: { meetingId } })
  const sessions = await here.call(olivia, 'listHistoricalMeetings', { query: lastDays(here.sandbox, 1) })
  expect(sessions.map((row) => row.meetingId)).toContain(meetingId)
  expect(await here.call(olivia, 'listAttendees', { path: { meetingId } })).toHaveLength(1)
})

describe('ranges', () => {
  const organizerKey = '300000000000384444'
  const ranged: [GotoCallName, Record<string, string>, Record<string, string>][] = [
    ['listHistoricalMeetings', {}, {}],
    ['listMeetings', {}, { history: 'true' }],
    ['listHistoricalMeetingsByOrganizer', { organizerKey }, {}],
    ['listAttendeesByOrganizer', { organizerKey }, {}],
    ['listMeetingsByOrganizer', { organizerKey }, { history: 'true' }],
    ['listHistoricalMeetingsByGroup', { groupKey: '1203400' }, {}],
    ['listMeetingsByGroup', { groupKey: '1203400' }, { history: 'true' }],
  ]
  const good = { startDate: '2026-11-01T00:00:00Z', endDate: '2026-11-20T00:00:00Z' }

  test.each(ranged)('%s needs both dates, readable and in order', async (name, path, query) => {
    const { send } = testSandbox()
    const status = async (dates: Record<string, string>) => {
      return (await send(adam, name, { path, query: { ...query, ...dates } })).status
    }
    expect(await status(good)).toBe(200)
    expect(await status({ startDate: good.endDate, endDate: good.endDate })).toBe(200)
    expect(await status({})).toBe(400)
    expect(await status({ startDate: good.startDate })).toBe(400)
    expect(await status({ endDate: good.endDate })).toBe(400)
    expect(await status({ startDate: 'yesterday', endDate: good.endDate })).toBe(400)
    expect(await status({ startDate: good.endDate, endDate: good.startDate })).toBe(400)
  })

  test('a group’s attendees are the one list whose dates are optional', async () => {
    const { call, send } = testSandbox()
    const path = { groupKey: '1203417' }
    const all = await call(adam, 'listAttendeesByGroup', { path })
    const some = await call(adam, 'listAttendeesByGroup', { path, query: good })
    expect(some.length).toBeGreaterThan(0)
    expect(all.length).toBeGreaterThan(some.length)
    expect((await send(adam, 'listAttendeesByGroup', { path, query: { startDate: 'x' } })).status).toBe(400)
  })

  test('the start counts, to the second, at both ends', async () => {
    const here = testSandbox()
    const meetingId = await heldSession(here)
    const found = async (startDate: string, endDate: string) => {
      const rows = await here.call(olivia, 'listHistoricalMeetings', { query: { startDate, endDate } })
      return rows.some((row) => row.meetingId === meetingId)
    }
    expect(await found('2026-11-24T09:10:00Z', '2026-11-24T09:10:00Z')).toBe(true)
    expect(await found('2026-11-24T09:10:01Z', '2026-11-24T10:00:00Z')).toBe(false)
    expect(await found('2026-11-24T09:00:00Z', '2026-11-24T09:09:59Z')).toBe(false)
  })
})

describe('deprecated lists', () => {
  test('GET /meetings lists what is planned without a query and with scheduled=true, and history with dates', async () => {
    const here = testSandbox()
    const meetingId = await heldSession(here)
    const later = await here.plan(olivia)
    for (const query of [undefined, { scheduled: 'true' }]) {
      const rows = await here.call(olivia, 'listMeetings', query ? { query } : {})
      expect(rows.map((row) => row.meetingId)).toContain(later)
    }
    const query = { history: 'true', ...lastDays(here.sandbox, 1) }
    const [row] = (await here.call(olivia, 'listMeetings', { query })).filter((past) => past.meetingId === meetingId)
    expect(row).toMatchObject({ startTime: '2026-11-24T09:10:00.000Z', numAttendees: 1, status: null })
    expect(row?.sessionId).toMatch(/^\d{19}$/)
    expect(row?.meetingInstanceKey).toMatch(/^\d{18}$/)
  })

  test.each([
    ['listMeetingsByOrganizer', { organizerKey: '300000000000384444' }],
    ['listMeetingsByGroup', { groupKey: '1203502' }],
  ] as const)('%s takes history or scheduled, not neither and not both', async (name, path) => {
    const here = testSandbox()
    const meetingId = await heldSession(here)
    const later = await here.plan(olivia)
    const range = lastDays(here.sandbox, 1)
    const scheduled = await here.call(adam, name, { path, query: { scheduled: 'true' } })
    const history = await here.call(adam, name, { path, query: { history: 'true', ...range } })
    expect(scheduled.map((row) => row.meetingId)).toContain(later)
    expect(history.map((row) => row.meetingId)).toContain(meetingId)
    expect((await here.send(adam, name, { path })).status).toBe(400)
    const both = { history: 'true', scheduled: 'true', ...range }
    expect((await here.send(adam, name, { path, query: both })).status).toBe(400)
  })
})

describe('cleaning up a session', () => {
  async function session(here: ReturnType<typeof testSandbox>) {
    const meetingId = await heldSession(here)
    const rows = await here.call(olivia, 'listHistoricalMeetings', { query: lastDays(here.sandbox, 1) })
    const { sessionId = '', organizerKey = '' } = rows.find((row) => row.meetingId === meetingId) ?? {}
    return { meetingId, path: { organizerKey, sessionId: sessionId ?? '' } }
  }

  test('deleting it removes it and its attendees from every list', async () => {
    const here = testSandbox()
    const { meetingId, path } = await session(here)
    expect((await here.send(olivia, 'deleteSession', { path })).status).toBe(204)
    expect((await here.send(olivia, 'deleteSession', { path })).status).toBe(404)
    const left = await here.call(olivia, 'listHistoricalMeetings', { query: lastDays(here.sandbox, 1) })
    expect(left.map((row) => row.meetingId)).not.toContain(meetingId)
    expect(await here.call(olivia, 'listAttendees', { path: { meetingId } })).toEqual([])
  })

  test('deleting its attendees keeps the session', async () => {
    const here = testSandbox()
    const { meetingId, path } = await session(here)
    expect((await here.send(adam, 'deleteSessionAttendees', { path })).status).toBe(204)
    expect((await here.send(adam, 'deleteSessionRecordings', { path })).status).toBe(204)
    const left = await here.call(olivia, 'listHistoricalMeetings', { query: lastDays(here.sandbox, 1) })
    expect(left.find((row) => row.meetingId === meetingId)?.numAttendees).toBe(0)
    expect(await here.call(olivia, 'listAttendees', { path: { meetingId } })).toEqual([])
  })

  test('somebody else’s is off limits to a plain organizer', async () => {
    const here = testSandbox()
    const { path } = await session(here)
    expect((await here.send(mara, 'deleteSession', { path })).status).toBe(403)
  })
})
