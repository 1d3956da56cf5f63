import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SystemActor } from '#lib/auth/actor.ts'
import { db, pool } from '#lib/db/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { readMeetings } from './read-meetings.ts'

type Row = Record<string, unknown>
/** One way of being odd. Some cost the row, others only a detail of it. */
type Oddity = { spoils: boolean; of: (row: Row) => unknown }

const worker: SystemActor = { kind: 'system', job: 'test' }
let portal: TestPortal

beforeEach(async () => {
  portal = await testPortal()
})
afterEach(() => portal.close())

const asItIs: Oddity = { spoils: false, of: (row) => row }
const oddities: Oddity[] = [
  { spoils: true, of: (row) => ({ ...row, startTime: 'soon' }) },
  { spoils: true, of: (row) => ({ ...row, meetingId: null }) },
  // No int8 holds this.
  { spoils: true, of: (row) => ({ ...row, meetingId: '99999999999999999999' }) },
  { spoils: true, of: (row) => ({ ...row, subject: {} }) },
  { spoils: true, of: () => 'Budget' },
  { spoils: false, of: (row) => ({ ...row, meetingType: 'PERSONAL', status: 'RESTING', passwordRequired: 0 }) },
  { spoils: false, of: (row) => ({ ...row, conferenceCallInfo: 5, locale: {}, email: 5, firstName: {} }) },
  { spoils: false, of: (row) => ({ ...row, subject: 5, accountKey: 'N/A', startTime: [row.startTime] }) },
]

test('whichever upcoming rows are odd, exactly the readable ones are stored', async () => {
  const fates = fc.array(fc.nat({ max: oddities.length * 2 }), { minLength: 40, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(fates, async (ofRows) => {
      await pool().query('TRUNCATE meeting CASCADE')
      const readable = new Set<string>()
      setGotoFetch(async (request) => {
        const reply = await portal.sandbox.fetch(request)
        if (!new URL(request.url).pathname.endsWith('/upcomingMeetings')) return reply
        // Ids beyond 2^53 come as numbers, and would be rounded.
        const rows = JSON.parse((await reply.text()).replace(/:(\d{16,})/g, ':"$1"')) as Row[]
        return Response.json(
          rows.map((row, nth) => {
            // A list of which nothing can be read is another thing than we take it for, and refused.
            const { of, spoils } = (nth > 0 && oddities[ofRows[nth] ?? oddities.length]) || asItIs
            if (!spoils) readable.add(String(row.meetingId))
            return of(row)
          }),
        )
      })
      portal.pass(1)
      await readMeetings(worker)
      const [meetings, times] = [await db().meeting.findMany(), await db().occurrence.findMany()]
      const stored = new Set([...meetings, ...times].flatMap(({ gotoMeetingId }) => gotoMeetingId ?? []).map(String))
      expect([...stored].sort()).toEqual([...readable].sort())
      expect(stored.size).toBeGreaterThan(3)
    }),
    { numRuns: 10 },
  )
})
