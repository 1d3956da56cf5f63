import { afterEach, beforeEach, expect, test } from 'vitest'
import { failure, fakeGoto, json } from './fake-goto.ts'
import { listPeriod } from './list-period.ts'
import { setGotoFetch } from './transport.ts'

const query = { startDate: '2031-03-01T00:00:00Z', endDate: '2031-04-01T00:00:00Z' }
const path = { organizerKey: '7000000000004417' }
const organizer = { organizerKey: 7000000000004417, email: 'pia.roth@example.net' }
const nothing = { rows: [], setAside: [] }
const absent = json(404, { int_err_code: 'NoSuchThing', msg: '' })

let goto: ReturnType<typeof fakeGoto>

beforeEach(() => {
  goto = fakeGoto()
})
afterEach(() => setGotoFetch(null))

const sentPaths = () => goto.sent.map(({ url }) => new URL(url).pathname.replace('/G2M/rest', ''))

test.each(['listHistoricalMeetingsByOrganizer', 'listAttendeesByOrganizer'] as const)(
  'a 404 from %s means an empty period once the organizer is confirmed',
  async (name) => {
    goto.answers(absent, json(200, [organizer]))
    expect(await listPeriod(goto.client, name, { path, query })).toEqual(nothing)
    expect(sentPaths()[1]).toBe('/organizers/7000000000004417')
  },
)

test('a 404 for one’s own past means an empty period once one’s own list answers, even empty', async () => {
  goto.answers(absent, json(200, []))
  expect(await listPeriod(goto.client, 'listHistoricalMeetings', { query })).toEqual(nothing)
  expect(sentPaths()).toEqual(['/historicalMeetings', '/upcomingMeetings'])
})

test('an organizer who does not exist is not found', async () => {
  goto.answers(absent)
  const period = listPeriod(goto.client, 'listHistoricalMeetingsByOrganizer', { path, query })
  expect((await failure(period)).code).toBe('not_found')
})

test('a 404 does not count while the organizer cannot be confirmed', async () => {
  goto.answers(absent, json(500, {}))
  const period = listPeriod(goto.client, 'listAttendeesByOrganizer', { path, query })
  expect((await failure(period)).code).toBe('upstream_unavailable')
})

test('an answered period needs no further call', async () => {
  goto.answers(json(200, []))
  expect(await listPeriod(goto.client, 'listHistoricalMeetings', { query })).toEqual(nothing)
  expect(goto.sent).toHaveLength(1)
})
