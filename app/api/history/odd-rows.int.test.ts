import fc from 'fast-check'
import papa from 'papaparse'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { listHistory } from '#lib/history/list/list-history.ts'
import type { SessionList } from '#lib/history/schema.ts'
import { getSession } from '#lib/history/session/get-session.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { workAsked } from '#lib/testing/work-asked.ts'
import { GET } from './[id]/route.ts'

type Row = Record<string, unknown>

let portal: TestPortal
let olivia: UserActor

beforeEach(async () => {
  portal = await testPortal()
  olivia = await portal.connected('olivia@example.com')
})
afterEach(() => portal.close())

/** GoTo's rows at one address become others on their way. */
function onTheWay(address: RegExp, change: (rows: Row[]) => Row[]): void {
  setGotoFetch(async (request) => {
    const reply = await portal.sandbox.fetch(request)
    if (!address.test(new URL(request.url).pathname) || reply.status !== 200) return reply
    // Ids beyond 2^53 come as numbers, and would be rounded.
    const text = (await reply.text()).replace(/:(\d{16,})/g, ':"$1"')
    return Response.json(change(JSON.parse(text) as Row[]))
  })
}

const history = /historicalMeetings$/
const attendees = /\/attendees$/

async function read(): Promise<SessionList> {
  await listHistory(olivia, { all: '1', limit: 200 })
  await workAsked()
  return listHistory(olivia, { all: '1', limit: 200 })
}

/** Ways of being odd, each of which once refused a whole list. */
const oddities: ((row: Row) => Row)[] = [
  (row) => ({ ...row, startTime: 'soon' }),
  (row) => ({ ...row, endTime: '2001-01-01T00:00:00Z' }),
  (row) => ({ ...row, meetingId: null }),
]

test('whichever rows of a past are odd, exactly the others are stored, and the past counts as partly read', async () => {
  const whole: string[] = []
  onTheWay(history, (rows) => {
    whole.push(...rows.map(({ sessionId }) => String(sessionId)))
    return rows
  })
  await read()
  const all = [...new Set(whole)]
  expect(all.length).toBeGreaterThan(5)
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat({ max: oddities.length * 3 })), async (fates) => {
      await db().session.deleteMany({})
      await db().historyReading.deleteMany({})
      const fateOf = new Map(all.map((id) => [id, oddities[fates.next().value]]))
      const isOdd = (id: unknown) => fateOf.get(String(id)) !== undefined
      onTheWay(history, (rows) => {
        // A list of which nothing can be read is another thing than we take it for, and refused.
        const kept = rows.every(({ sessionId }) => isOdd(sessionId)) ? rows[0] : null
        return rows.map((row) => (row === kept ? row : (fateOf.get(String(row.sessionId))?.(row) ?? row)))
      })
      const { coverage } = await read()
      const stored = new Set((await db().session.findMany()).map(({ gotoSessionId }) => gotoSessionId))
      const hidden = all.filter((id) => !stored.has(id))
      expect(hidden.filter((id) => !isOdd(id))).toEqual([])
      expect(coverage.partly).toEqual(hidden.length > 0 ? ['Olivia Marsh'] : [])
      expect(coverage.missing).toEqual([])
    }),
    { numRuns: 8 },
  )
})

test('a report counts the rows it lacks, on the page and in its files, and never a zero for an unknown time', async () => {
  const { items } = await read()
  const { id = '', startedAt = '' } = items.find(({ people }) => (people ?? 0) > 2) ?? {}
  await db().session.updateMany({ data: { attendeesReadAt: null } })
  await db().attendance.deleteMany({})
  onTheWay(attendees, (rows) => {
    // A room answers with all its sessions: only this one's rows are looked at.
    const isOfThis = ({ startTime }: Row) => String(startTime).startsWith(startedAt.slice(0, 19))
    const [odd, timeless, ...others] = rows.filter(isOfThis)
    expect(others.length).toBeGreaterThan(0)
    return [{ ...odd, joinTime: 'soon' }, { ...timeless, joinTime: '', leaveTime: null }, ...others]
  })
  const session = await getSession(olivia, id)
  expect(session.unreadRows).toBe(1)
  const timeless = session.attendees.filter(({ firstJoin }) => firstJoin === null)
  expect(timeless).toMatchObject([{ lastLeave: null, minutes: null, share: null, intervals: [nothing] }])
  const file = await GET(portal.request(olivia, `/api/history/${id}.csv`), {
    params: Promise.resolve({ id: `${id}.csv` }),
  })
  const { data } = papa.parse<string[]>(await file.text(), { skipEmptyLines: true })
  expect(data.at(-1)?.[0]).toBe(
    'One of GoTo’s attendance rows couldn’t be understood, so somebody may be missing here.',
  )
  const line = data.find(([name]) => name === timeless[0]?.name)
  expect(line?.slice(5, 10)).toEqual(['came', '', '', '', ''])
})

/** Ways of an attendee row to be odd. */
const oddly: ((row: Row) => unknown)[] = [
  (row) => ({ ...row, joinTime: 'soon' }),
  (row) => ({ ...row, attendeeName: [], name: [] }),
  (row) => ({ ...row, endTime: '2001-01-01T00:00:00Z' }),
  (row) => ({ ...row, meetingId: 'x' }),
  () => null,
]

test('whichever attendee rows are odd, exactly the others are stored, and the report says how many it lacks', async () => {
  const { items } = await read()
  const { id = '', startedAt = '' } = items.toSorted((a, b) => (b.people ?? 0) - (a.people ?? 0))[0] ?? {}
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat({ max: oddly.length * 2 })), async (fates) => {
      await db().attendance.deleteMany({})
      await db().session.updateMany({ data: { attendeesReadAt: null, attendeesTries: 0, attendeesAskAt: null } })
      const good: unknown[][] = []
      let odd = 0
      onTheWay(attendees, (rows) => {
        good.length = 0
        const own = rows.filter(({ startTime }) => String(startTime).startsWith(startedAt.slice(0, 19)))
        const served = own.map((row, nth) => {
          const spoil = nth === 0 ? undefined : oddly[fates.next().value]
          if (!spoil) good.push([row.attendeeName, Date.parse(String(row.joinTime))])
          return spoil?.(row) ?? (spoil ? null : row)
        })
        odd = served.length - good.length
        return served as Row[]
      })
      const { unreadRows } = await getSession(olivia, id)
      const stored = await db().attendance.findMany({ where: { sessionId: id } })
      expect(good.length).toBeGreaterThan(0)
      expect(sorted(stored.map((stay) => [stay.typedName, Number(stay.joinedAt)]))).toEqual(sorted(good))
      expect(unreadRows).toBe(odd)
    }),
    { numRuns: 8 },
  )
})

function sorted(rows: unknown[][]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort()
}

const nothing = { joinedAt: null, leftAt: null }
