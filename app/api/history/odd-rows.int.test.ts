import ExcelJS from 'exceljs'
import fc from 'fast-check'
import papa from 'papaparse'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { listHistory } from '#lib/history/list/list-history.ts'
import { readHistory } from '#lib/history/reading/read-history.ts'
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

async function read(period: { from?: string } = {}): Promise<SessionList> {
  await listHistory(olivia, { all: '1', limit: 200, ...period })
  await workAsked()
  return listHistory(olivia, { all: '1', limit: 200, ...period })
}

/** Ways of being odd, each of which once refused a whole list. Some cost the row, others only a detail of it. */
type Oddity = { spoils: boolean; of: (row: Row) => unknown }

const asItIs: Oddity = { spoils: false, of: (row) => row }
const oddSessions: Oddity[] = [
  { spoils: true, of: (row) => ({ ...row, startTime: 'soon' }) },
  { spoils: true, of: (row) => ({ ...row, endTime: '2001-01-01T00:00:00Z' }) },
  { spoils: true, of: (row) => ({ ...row, meetingId: null }) },
  { spoils: true, of: (row) => ({ ...row, subject: { text: row.subject } }) },
  { spoils: true, of: () => 'Budget' },
  { spoils: false, of: (row) => ({ ...row, endTime: 'N/A', numAttendees: 'N/A', duration: '-1' }) },
  { spoils: false, of: (row) => ({ ...row, meetingType: 'PERSONAL', conferenceCallInfo: 5, locale: {} }) },
  { spoils: false, of: (row) => ({ ...row, subject: 5, recording: [[]], email: {} }) },
]
const oddStays: Oddity[] = [
  { spoils: true, of: (row) => ({ ...row, joinTime: 'soon' }) },
  { spoils: true, of: (row) => ({ ...row, attendeeName: {}, name: {} }) },
  { spoils: true, of: (row) => ({ ...row, attendeeName: [], name: [] }) },
  { spoils: true, of: (row) => ({ ...row, leaveTime: {} }) },
  { spoils: true, of: (row) => ({ ...row, endTime: '2001-01-01T00:00:00Z' }) },
  { spoils: true, of: (row) => ({ ...row, meetingId: 'x' }) },
  { spoils: true, of: () => null },
  { spoils: false, of: (row) => ({ ...row, leaveTime: 'N/A', duration: {} }) },
  { spoils: false, of: (row) => ({ ...row, attendeeEmail: {}, email: 5, meetingInstanceKey: 'N/A' }) },
]

/** As many fates as GoTo has rows; what is no oddity is no fate. */
const fates = (oddities: Oddity[]) => fc.infiniteStream(fc.nat({ max: oddities.length * 2 }))

test('whichever rows of a past are odd, exactly the others are stored, and the past counts as partly read', async () => {
  const all = await sessionsAtGoto()
  expect(all.length).toBeGreaterThan(5)
  await fc.assert(
    fc.asyncProperty(fates(oddSessions), async (fate) => {
      await forgetPast()
      const fateOf = new Map(all.map((id) => [id, oddSessions[fate.next().value] ?? asItIs]))
      const readable = new Set<string>()
      const unreadable = new Set<string>()
      onTheWay(history, (rows) => {
        const spoilt = ({ sessionId }: Row) => fateOf.get(String(sessionId))?.spoils
        // A list of which nothing can be read is another thing than we take it for, and refused.
        const kept = rows.every(spoilt) ? rows[0] : null
        return rows.map((row) => {
          const { of, spoils } = row === kept ? asItIs : (fateOf.get(String(row.sessionId)) ?? asItIs)
          const sent = spoils ? unreadable : readable
          sent.add(String(row.sessionId))
          return of(row) as Row
        })
      })
      const { coverage } = await read()
      const stored = (await db().session.findMany()).map(({ gotoSessionId }) => String(gotoSessionId))
      expect(stored.sort()).toEqual([...readable].sort())
      expect(coverage.partly).toEqual(unreadable.size > 0 ? ['Olivia Marsh'] : [])
      expect(coverage.missing).toEqual([])
    }),
    { numRuns: 8 },
  )
})

test('whichever rows of who came are odd, exactly the others are stored, and the session and its report count those it lacks', async () => {
  const { items } = await read()
  const {
    id = '',
    startedAt = '',
    gotoMeetingId,
  } = items.toSorted((a, b) => (b.people ?? 0) - (a.people ?? 0))[0] ?? {}
  await fc.assert(
    fc.asyncProperty(fates(oddStays), async (fate) => {
      await db().attendance.deleteMany({})
      await db().session.updateMany({
        data: { attendeesReadAt: null, attendeesTries: 0, attendeesAskAt: null, unreadRows: 0 },
      })
      // GoTo may be asked more than once, and says the same.
      const oddities = Array.from({ length: 50 }, () => oddStays[fate.next().value] ?? asItIs)
      let [good, bad]: [[name: string, joinedAt: number][], number] = [[], 0]
      onTheWay(attendees, (rows) => {
        const ours = rows.filter((row) => String(row.startTime).startsWith(startedAt.slice(0, 19)))
        const sent = ours.map((row, nth) => {
          const { of, spoils } = (nth > 0 && oddities[nth]) || asItIs
          const attendeeName = `Guest ${nth}`
          return {
            spoils,
            stay: [attendeeName, Date.parse(String(row.joinTime))] as [string, number],
            row: of({ ...row, attendeeName, name: attendeeName }) as Row,
          }
        })
        good = sent.filter(({ spoils }) => !spoils).map(({ stay }) => stay)
        bad = sent.length - good.length
        return sent.map(({ row }) => row)
      })
      const report = await getSession(olivia, id)
      await workAsked()
      const session = await db().session.findUniqueOrThrow({ where: { id }, include: { attendances: true } })
      expect(String(session.gotoMeetingId)).toBe(gotoMeetingId)
      expect(good.length).toBeGreaterThan(0)
      const stored = session.attendances.map(({ typedName, joinedAt }) => [typedName, Number(joinedAt)])
      expect(stored.sort()).toEqual(good.sort())
      expect(session.unreadRows).toBe(bad)
      expect(report.unreadRows).toBe(bad)
    }),
    { numRuns: 8 },
  )
})

test('what is odd about a session, as it is stored', async () => {
  const uuid = '0f9c1f4e-5a55-4b8a-9b0e-0c3f6f3d1a11'
  const cases: [change: Row, stored: object][] = [
    [{ meetingType: 'PERSONAL' }, { kind: 'scheduled' }],
    [{ endTime: '' }, { endedAt: null }],
    [{ endTime: 'N/A' }, { endedAt: null }],
    [{ sessionId: uuid }, { gotoSessionId: uuid }],
    [{ sessionId: 'N/A' }, { gotoSessionId: null }],
    [{ sessionId: 0 }, { gotoSessionId: null }],
    [{ numAttendees: 'N/A', duration: '-1' }, { attendeeCount: null }],
    [{ numAttendees: ['7'] }, { attendeeCount: 7 }],
    [{ subject: 5 }, { subject: '5' }],
    [{ conferenceCallInfo: 5, locale: {}, email: 5, recording: [{}, 5] }, {}],
  ]
  const all = await sessionsAtGoto()
  expect(all.length).toBeGreaterThanOrEqual(cases.length)
  onTheWay(history, (rows) =>
    rows.map((row) => {
      const nth = cases.findIndex((_, other) => all[other] === row.sessionId)
      return nth < 0 ? row : { ...row, ...cases[nth]?.[0], meetingId: meetingOf(nth) }
    }),
  )
  await forgetPast()
  expect((await read()).coverage.partly).toEqual([])
  for (const [nth, [change, stored]] of cases.entries()) {
    const sessions = await db().session.findMany({ where: { gotoMeetingId: BigInt(meetingOf(nth)) } })
    expect(sessions, JSON.stringify(change)).toMatchObject([stored])
  }
})

test('what is odd about who came, as it is stored', async () => {
  const uuid = '0f9c1f4e-5a55-4b8a-9b0e-0c3f6f3d1a11'
  const { items } = await read()
  const { id = '', startedAt = '' } = items.find(({ people }) => (people ?? 0) > 2) ?? {}
  const cases: [change: Row, stored: object][] = [
    [{ leaveTime: 'N/A' }, { leftAt: null }],
    [
      { joinTime: ' ', leaveTime: [''] },
      { joinedAt: null, leftAt: null },
    ],
    [{ attendeeName: 493012345 }, { typedName: '493012345' }],
    [{ attendeeEmail: {} }, { typedEmail: '' }],
    [{ attendeeEmail: 'n/a' }, { typedEmail: '' }],
    [{ attendeeEmail: ['guest@partner.example'] }, { typedEmail: 'guest@partner.example' }],
  ]
  await db().attendance.deleteMany({})
  await db().session.updateMany({ data: { attendeesReadAt: null } })
  onTheWay(attendees, (rows) => {
    const ours = rows.filter((row) => String(row.startTime).startsWith(startedAt.slice(0, 19)))
    return cases.map(([change], nth) => {
      const attendeeName = `Guest ${nth}`
      return { ...ours[0], attendeeName, name: attendeeName, meetingInstanceKey: uuid, numAttendees: 6, ...change }
    })
  })
  await getSession(olivia, id)
  const session = await db().session.findUniqueOrThrow({ where: { id }, include: { attendances: true } })
  expect(session).toMatchObject({ meetingInstanceKey: uuid, unreadRows: 0 })
  for (const [nth, [change, stored]] of cases.entries()) {
    const stays = session.attendances.filter(({ typedName }) =>
      [`Guest ${nth}`, change.attendeeName].map(String).includes(typedName),
    )
    expect(stays, JSON.stringify(change)).toMatchObject([stored])
  }
})

test('an unreadable row is tried again a day later, when somebody looks, and nothing else of the past is', async () => {
  const [oldest = ''] = await sessionsAtGoto()
  await forgetPast()
  onTheWay(history, (rows) => rows.map((row) => (row.sessionId === oldest ? { ...row, startTime: 'soon' } : row)))
  expect((await read()).coverage.partly).toEqual(['Olivia Marsh'])
  setGotoFetch((request) => portal.sandbox.fetch(request))
  portal.pass(60)
  const before = pastCalls()
  // Only the recent days.
  expect((await read()).coverage.partly).toEqual(['Olivia Marsh'])
  expect(pastCalls()).toBe(before + 1)
  portal.pass(23 * 60)
  expect((await read()).coverage.partly).toEqual([])
  expect(pastCalls()).toBe(before + 3)
  expect(await db().session.count({ where: { gotoSessionId: oldest } })).toBe(1)
  portal.pass(25 * 60)
  await read()
  expect(pastCalls()).toBe(before + 4)
})

test('a row that an older Foyer could not read is tried again at once', async () => {
  const [oldest = ''] = await sessionsAtGoto()
  await forgetPast()
  onTheWay(history, (rows) => rows.map((row) => (row.sessionId === oldest ? { ...row, startTime: 'soon' } : row)))
  await read()
  setGotoFetch((request) => portal.sandbox.fetch(request))
  const reading = await db().historyReading.findFirstOrThrow({ where: { unread: { not: [] } } })
  const unread = (reading.unread as Row[]).map(({ id, because, from, to }) => ({ id, because, from, to }) as object)
  await db().historyReading.update({ where: { organizerId: reading.organizerId }, data: { unread } })
  expect((await read()).coverage.partly).toEqual([])
})

test('an unreadable row that is alone in its time stays one, and fails nothing else', async () => {
  const [oldest = ''] = await sessionsAtGoto()
  await forgetPast()
  const isOdd = ({ sessionId }: Row) => sessionId === oldest
  onTheWay(history, (rows) => rows.map((row) => (isOdd(row) ? { ...row, startTime: 'soon' } : row)))
  await read()
  onTheWay(history, (rows) =>
    rows.some(isOdd) ? rows.filter(isOdd).map((row) => ({ ...row, startTime: 'soon' })) : rows,
  )
  portal.pass(25 * 60)
  expect((await read()).coverage).toMatchObject({ partly: ['Olivia Marsh'], missing: [] })
  const calls = pastCalls()
  portal.pass(2)
  expect((await read()).coverage).toMatchObject({ partly: ['Olivia Marsh'], missing: [] })
  expect(pastCalls()).toBe(calls + 1)
})

test.each([403, 429, 503])(
  'a %i for unreadable rows tried again lets them wait a day, and fails nothing else',
  async (status) => {
    const [oldest = ''] = await sessionsAtGoto()
    await forgetPast()
    onTheWay(history, (rows) => rows.map((row) => (row.sessionId === oldest ? { ...row, startTime: 'soon' } : row)))
    await read()
    portal.pass(25 * 60)
    const yesterday = new Date(portal.sandbox.now().getTime() - 86_400_000).toISOString()
    let refused = 0
    setGotoFetch(async (request) => {
      const { pathname, searchParams } = new URL(request.url)
      if (!history.test(pathname) || (searchParams.get('endDate') ?? '') > yesterday)
        return portal.sandbox.fetch(request)
      refused += 1
      return Response.json({ int_err_code: 'No', msg: '' }, { status })
    })
    const { organizerId, coveredFrom } = await db().historyReading.findFirstOrThrow({ where: { unread: { not: [] } } })
    const wish = { from: coveredFrom ?? new Date(0), to: portal.sandbox.now(), withAttendees: true }
    const reader = { personId: olivia.personId, lane: 'interactive' } as const
    expect(await readHistory(organizerId, wish, reader)).toBe('done')
    expect(refused).toBeGreaterThan(0)
    expect(await db().session.count({ where: { organizerId, attendeesReadAt: null } })).toBe(0)
    const before = refused
    portal.pass(2)
    expect((await read()).coverage).toMatchObject({ partly: ['Olivia Marsh'], missing: [] })
    expect(refused).toBe(before)
  },
)

test('a 404 for a period is an empty one: reading goes on to older ones', async () => {
  portal.pass(20 * 24 * 60)
  const all = await sessionsAtGoto()
  await forgetPast()
  const now = portal.sandbox.now().toISOString().slice(0, 19)
  let refused = 0
  setGotoFetch(async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    const isNewest = (searchParams.get('endDate') ?? '') >= now
    if (!history.test(pathname) || !isNewest) return portal.sandbox.fetch(request)
    refused += 1
    return Response.json({ int_err_code: 'NoSuchThing', msg: '' }, { status: 404 })
  })
  expect((await read({ from: '2026-10-15' })).coverage).toMatchObject({ missing: [], partly: [] })
  expect(refused).toBeGreaterThan(0)
  const stored = (await db().session.findMany()).map(({ gotoSessionId }) => gotoSessionId ?? '')
  expect(stored.length).toBeGreaterThan(0)
  expect(stored.length).toBeLessThan(all.length)
})

/** A meeting ID that no other row has. */
function meetingOf(nth: number): string {
  return String(500_000_000 + nth)
}

/** GoTo's names of all of Olivia's sessions, the oldest first, once they have been read. */
async function sessionsAtGoto(): Promise<string[]> {
  await read()
  const sessions = await db().session.findMany({ orderBy: { startedAt: 'asc' } })
  return sessions.map(({ gotoSessionId }) => String(gotoSessionId))
}

async function forgetPast(): Promise<void> {
  await db().session.deleteMany({})
  await db().historyReading.deleteMany({})
}

/** How often GoTo was asked for a past. */
function pastCalls(): number {
  return portal.sandbox.calls().filter(({ path }) => path.includes('historicalMeetings')).length
}

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

test('files that name nobody say how many rows could not be read; that nobody came is no gap', async () => {
  const { items } = await read()
  const { id = '' } = items.find(({ people }) => (people ?? 0) > 2) ?? {}
  await getSession(olivia, id)
  await workAsked()
  await db().attendance.deleteMany({})
  const get = (name: string) =>
    GET(portal.request(olivia, `/api/history/${name}`), { params: Promise.resolve({ id: name.split('?')[0] }) })
  const lastLines = async () => {
    const files = await Promise.all([`${id}.csv`, `${id}.csv?rows=intervals`].map(get))
    const texts = await Promise.all(files.map((file) => file.text()))
    return texts.map((text) => papa.parse<string[]>(text, { skipEmptyLines: true }).data.at(-1)?.[0])
  }
  const heads = async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await (await get(`${id}.xlsx`)).arrayBuffer())
    return book.worksheets.map((sheet) => ['A6', 'B6'].map((cell) => sheet.getCell(cell).value))
  }
  const unreadable =
    '3 of GoTo’s attendance rows couldn’t be understood, so somebody may be missing here. GoTo counted 3 people but didn’t name anybody.'
  await db().session.update({ where: { id }, data: { attendeeCount: 3, unreadRows: 3 } })
  expect(await lastLines()).toEqual([unreadable, unreadable])
  expect(await heads()).toEqual(Array(2).fill(['Not complete', unreadable]))

  await db().session.update({ where: { id }, data: { attendeeCount: 0, unreadRows: 0 } })
  expect(await lastLines()).toEqual(['Nobody came.', 'Nobody came.'])
  expect(await heads()).toEqual(Array(2).fill(['Attendance', 'Nobody came.']))
})

const nothing = { joinedAt: null, leftAt: null }
