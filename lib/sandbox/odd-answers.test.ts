import { describe, expect, test } from 'vitest'
import type { GotoCallName } from '#lib/goto/contract/calls.ts'
import { lastDays, people, testSandbox } from './test-calls.ts'

const { olivia, adam } = people
const path = { organizerKey: '300000000000384444' }
type Row = Record<string, unknown>

describe('an empty period', () => {
  const before = { startDate: '2020-01-01T00:00:00Z', endDate: '2020-02-01T00:00:00Z' }
  const calls: [GotoCallName, string][] = [
    ['listHistoricalMeetings', olivia],
    ['listHistoricalMeetingsByOrganizer', adam],
    ['listAttendeesByOrganizer', adam],
  ]

  test.each(calls)('%s answers with an empty list, or with 404 if so set', async (name, email) => {
    const { sandbox, send } = testSandbox()
    const read = async (query: Record<string, string>) => (await send(email, name, { path, query })).status
    expect(await read(before)).toBe(200)
    sandbox.settings({ emptyHistory: 404 })
    expect(await read(before)).toBe(404)
    expect(await read(lastDays(sandbox, 20))).toBe(200)
  })

  test('other lists stay empty lists', async () => {
    const { sandbox, send, plan } = testSandbox()
    sandbox.settings({ emptyHistory: 404 })
    const meetingId = await plan(olivia)
    expect((await send(olivia, 'listAttendees', { path: { meetingId } })).json).toEqual([])
    expect((await send(adam, 'listUpcomingMeetingsByOrganizer', { path })).status).toBe(200)
  })
})

describe.each(['specified', 'observed', 'mixed'] as const)('rooms in the %s shape', (shape) => {
  test('have their creation times, or none if so set; dated meetings keep theirs', async () => {
    const { sandbox, send, call, plan } = testSandbox()
    sandbox.settings({ shape })
    const dated = await plan(olivia)
    const room = await plan(olivia, { meetingtype: 'recurring' })
    const times = async (name: GotoCallName, meetingId: string) => {
      const rows = (await send(olivia, name, { path: { meetingId } })).json as Row[]
      const row = rows.find((one) => String(one.meetingId) === meetingId)
      return [row?.startTime, row?.endTime]
    }
    expect(await times('listUpcomingMeetings', room)).not.toContain('')
    sandbox.settings({ roomTimes: 'empty' })
    for (const name of ['listUpcomingMeetings', 'getMeeting'] as const) {
      expect(await times(name, room)).toEqual(['', ''])
      expect(await times(name, dated)).not.toContain('')
    }
    const listed = await call(olivia, 'listUpcomingMeetings')
    expect(listed.find((row) => row.meetingId === room)).toMatchObject({ meetingType: 'recurring', startTime: null })
  })
})

describe('recordings', () => {
  const history = async (shape: 'specified' | 'observed' | 'mixed') => {
    const here = testSandbox()
    here.sandbox.settings({ shape })
    const organizers = await here.call(adam, 'listOrganizers')
    const rows = await Promise.all(
      organizers.map(({ organizerKey }) =>
        here.call(adam, 'listHistoricalMeetingsByOrganizer', {
          path: { organizerKey },
          query: lastDays(here.sandbox, 28),
        }),
      ),
    )
    return rows.flat()
  }

  test.each(['specified', 'observed', 'mixed'] as const)(
    'are there in the %s shape, with and without a link',
    async (shape) => {
      const rows = await history(shape)
      const links = rows.flatMap(({ recordings }) => recordings.map(({ shareUrl }) => shareUrl))
      expect(rows.some(({ recordings }) => recordings.length === 0)).toBe(true)
      expect(links.some((link) => link === null)).toBe(true)
      expect(links.some((link) => /\/#\/s\/[0-9a-f]{64}$/.test(link ?? ''))).toBe(true)
    },
  )

  test('of a cleaned-up session are gone, and the session stays', async () => {
    const here = testSandbox()
    const recorded = (await history('specified')).find(({ recordings }) => recordings.length > 0)
    const { sessionId = '', organizerKey = '' } = recorded ?? {}
    const session = { organizerKey, sessionId: sessionId ?? '' }
    expect((await here.send(adam, 'deleteSessionRecordings', { path: session })).status).toBe(204)
    const query = lastDays(here.sandbox, 28)
    const rows = await here.call(adam, 'listHistoricalMeetingsByOrganizer', { path: { organizerKey }, query })
    expect(rows.find((row) => row.sessionId === sessionId)?.recordings).toEqual([])
  })
})

test('observed: the past has its audio in upper case, and means the same', async () => {
  const { sandbox, send, call } = testSandbox()
  const query = lastDays(sandbox, 20)
  const expected = await call(olivia, 'listHistoricalMeetings', { query })
  sandbox.settings({ shape: 'observed' })
  const rows = (await send(olivia, 'listHistoricalMeetings', { query })).json as Row[]
  expect(rows.map((row) => row.conferenceCallInfo)).toContain('HYBRID')
  expect(await call(olivia, 'listHistoricalMeetings', { query })).toEqual(expected)
})

test('an address that belongs to no API is answered by the edge', async () => {
  const { sandbox, tokenOf } = testSandbox()
  const headers = { authorization: `Bearer ${tokenOf(adam)}` }
  const reply = await sandbox.fetch('https://goto.test/G2M/rest/nothing', { headers })
  expect([reply.status, await reply.json()]).toEqual([404, { errorCode: 'NOT_FOUND', message: expect.any(String) }])
})
