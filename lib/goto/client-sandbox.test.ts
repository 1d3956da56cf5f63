import { afterAll, beforeAll, expect, test } from 'vitest'
import { setEnv } from '#lib/env.ts'
import { createSandbox, type Sandbox } from '#lib/sandbox/sandbox.ts'
import type { Budget } from './budget.ts'
import { type GotoClient, gotoClient } from './client.ts'
import { toGotoSubject } from './contract/subject.ts'
import { identifyGoto } from './identify.ts'
import { listPeriod } from './list-period.ts'
import { setGotoFetch } from './transport.ts'

const budget: Budget = { acquire: async () => undefined, slowDown: async () => undefined }
const lastMonth = { startDate: '2031-02-03T00:00:00Z', endDate: '2031-03-05T00:00:00Z' }

const body = {
  subject: toGotoSubject('Depot <north> & south'),
  starttime: '2031-03-06T09:00:00Z',
  endtime: '2031-03-06T10:00:00Z',
  passwordrequired: false,
  conferencecallinfo: 'Hybrid',
  timezonekey: '' as const,
  meetingtype: 'scheduled' as const,
}

let sandbox: Sandbox
let client: GotoClient
let accessToken: string

beforeAll(async () => {
  setEnv({ gotoApiUrl: 'http://sandbox.test', gotoAuthUrl: 'http://sandbox.test' })
  sandbox = createSandbox({ company: 'small', now: () => new Date('2031-03-05T09:30:00Z') })
  setGotoFetch(sandbox.fetch)
  accessToken = sandbox.tokenFor('adam@example.com', { limited: false }).access_token
  client = gotoClient({ accessToken: async () => accessToken, lane: 'background', budget: () => budget })
})

afterAll(async () => {
  setGotoFetch(null)
  await sandbox.close()
})

test('every read call means the same in each of the vendor’s shapes', async () => {
  sandbox.settings({ shape: 'specified' })
  const specified = await readEverything()
  expect(Object.values(specified).every((answer) => !('rows' in answer) || answer.rows.length > 0)).toBe(true)
  for (const shape of ['observed', 'mixed'] as const) {
    sandbox.settings({ shape })
    expect(await readEverything()).toEqual(specified)
  }
})

test('a meeting is created, read, changed, started and deleted', async () => {
  const { meetingId } = await client.call('createMeeting', { body })
  const path = { meetingId }
  expect(await client.call('getMeeting', { path })).toMatchObject({
    meetingId,
    subject: 'Depot <north> & south',
    duration: 60,
  })
  await client.call('updateMeeting', { path, body: { ...body, endtime: '2031-03-06T10:30:00Z' } })
  expect(await client.call('getMeeting', { path })).toMatchObject({ endTime: '2031-03-06T10:30:00.000Z' })
  expect((await client.call('startMeeting', { path })).hostUrl).toMatch(/^https?:/)
  await client.call('deleteMeeting', { path })
  await expect(client.call('getMeeting', { path })).rejects.toMatchObject({ code: 'not_found' })
})

test('an empty past is empty however the vendor says so, and a room without times is a room', async () => {
  sandbox.settings({ emptyHistory: 404, roomTimes: 'empty' })
  const { rows } = await client.call('listOrganizers', { query: { email: 'olivia@example.com' } })
  const path = { organizerKey: rows[0]?.organizerKey ?? '' }
  const query = { startDate: '2020-01-01T00:00:00Z', endDate: '2020-02-01T00:00:00Z' }
  const nothing = { rows: [], setAside: [] }
  expect(await listPeriod(client, 'listHistoricalMeetings', { query })).toEqual(nothing)
  expect(await listPeriod(client, 'listAttendeesByOrganizer', { path, query })).toEqual(nothing)
  const nobody = listPeriod(client, 'listAttendeesByOrganizer', { path: { organizerKey: '7' }, query })
  await expect(nobody).rejects.toMatchObject({ code: 'not_found' })
  const upcoming = await client.call('listUpcomingMeetingsByOrganizer', { path })
  const rooms = upcoming.rows.filter(({ meetingType }) => meetingType === 'recurring')
  expect(rooms.map(({ startTime }) => startTime)).toContain(null)
  expect(upcoming.setAside).toEqual([])
  sandbox.settings({ emptyHistory: 200, roomTimes: 'creation' })
})

test.each([
  [503, 'upstream_unavailable'],
  [429, 'rate_limited'],
  [403, 'not_connected'],
  [401, 'not_connected'],
  [409, 'conflict'],
  [500, 'upstream_unavailable'],
  [302, 'upstream_rejected'],
  ['html', 'upstream_rejected'],
  ['empty', 'upstream_rejected'],
  // The connection breaks in the middle of the answer.
  ['truncate', 'upstream_unavailable'],
  ['cut', 'upstream_unavailable'],
] as const)('when the sandbox answers %s, it is %s', async (answer, code) => {
  sandbox.fault('createMeeting', answer)
  await expect(client.call('createMeeting', { body })).rejects.toMatchObject({ code })
})

async function readEverything() {
  const me = await identifyGoto(accessToken, { budget: () => budget })
  const { rows: found } = await client.call('listOrganizers', { query: { email: 'olivia@example.com' } })
  const [organizer] = found
  const path = { organizerKey: organizer?.organizerKey ?? '' }
  const groups = await client.call('listGroups')
  const group = { groupKey: organizer?.groupKey ?? '' }
  const past = await client.call('listHistoricalMeetingsByOrganizer', { path, query: lastMonth })
  const meeting = { meetingId: past.rows[0]?.meetingId ?? '' }
  return {
    me,
    groups,
    past,
    organizers: await client.call('listOrganizers'),
    organizer: await client.call('getOrganizer', { path }),
    attendees: await client.call('listAttendees', { path: meeting }),
    upcoming: await client.call('listUpcomingMeetingsByOrganizer', { path }),
    attendeesByOrganizer: await client.call('listAttendeesByOrganizer', { path, query: lastMonth }),
    oldHistory: await client.call('listMeetingsByOrganizer', { path, query: { history: 'true', ...lastMonth } }),
    oldScheduled: await client.call('listMeetingsByOrganizer', { path, query: { scheduled: 'true' } }),
    organizersByGroup: await client.call('listOrganizersByGroup', { path: group }),
    attendeesByGroup: await client.call('listAttendeesByGroup', { path: group, query: lastMonth }),
    pastByGroup: await client.call('listHistoricalMeetingsByGroup', { path: group, query: lastMonth }),
    upcomingByGroup: await client.call('listUpcomingMeetingsByGroup', { path: group }),
    oldByGroup: await client.call('listMeetingsByGroup', { path: group, query: { history: 'true', ...lastMonth } }),
  }
}
