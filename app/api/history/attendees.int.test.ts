import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { listAttendance } from '#lib/history/list/list-attendance.ts'
import { listHistory } from '#lib/history/list/list-history.ts'
import type { AttendanceList, HistoryFilter } from '#lib/history/schema.ts'
import { getSession } from '#lib/history/session/get-session.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { workAsked } from '#lib/testing/work-asked.ts'
import { GET as getAttendanceCsv } from '../attendance.csv/route.ts'

let portal: TestPortal
let adam: UserActor

beforeEach(async () => {
  portal = await testPortal()
  adam = portal.adam
})
afterEach(() => portal.close())

/** Cleo and Dan in Olivia's room for five minutes. */
async function holdRoom(): Promise<string> {
  const room = await db().meeting.findFirstOrThrow({
    where: { kind: 'room', organizer: { email: 'olivia@example.com' } },
  })
  const gotoMeetingId = String(room.gotoMeetingId)
  portal.sandbox.act(gotoMeetingId, 'start')
  for (const name of ['Cleo', 'Dan']) portal.sandbox.act(gotoMeetingId, 'join', { name })
  portal.pass(5)
  portal.sandbox.act(gotoMeetingId, 'end')
  portal.pass(1)
  return gotoMeetingId
}

const isAboutAttendees = ({ path }: { path: string }) => path.endsWith('/attendees')

/** GoTo as it may be: its attendee rows tell every start some seconds later than its history does. */
function tellStartsLater(seconds: number): void {
  const later = (iso: string, by: number) => new Date(Date.parse(iso) + by * 1000).toISOString().slice(0, 19)
  setGotoFetch(async (request) => {
    const url = new URL(request.url)
    if (!isAboutAttendees({ path: url.pathname })) return portal.sandbox.fetch(request)
    for (const name of ['startDate', 'endDate']) {
      const asked = url.searchParams.get(name)
      if (asked) url.searchParams.set(name, `${later(asked, -seconds)}Z`)
    }
    const answer = await portal.sandbox.fetch(new Request(url, request))
    const text = (await answer.text()).replace(
      /("startTime":\s*")(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)/g,
      (_, name: string, time: string) => name + later(`${time}Z`, seconds),
    )
    return new Response(text, { status: answer.status, headers: answer.headers })
  })
}

/** GoTo as it is of a meeting that was deleted: it counts who came, and names nobody. */
function nameNobody(): { asked(): number } {
  let count = 0
  setGotoFetch(async (request) => {
    if (!isAboutAttendees({ path: new URL(request.url).pathname })) return portal.sandbox.fetch(request)
    count += 1
    return Response.json([])
  })
  return { asked: () => count }
}

test.each(['olivia@example.com', 'adam@example.com'])(
  'who came is not lost when GoTo’s two tellings of a start differ by seconds, read by %s',
  async (email) => {
    const room = await holdRoom()
    tellStartsLater(2)
    const reader = await portal.connected(email)
    const { personId } = await db().organizer.findFirstOrThrow({ where: { email: 'olivia@example.com' } })
    const { items } = await listHistory(reader, { organizer: personId, q: room })
    const session = await getSession(reader, items[0]?.id ?? '')
    expect(session.attendees.map(({ name }) => name)).toEqual(['Cleo', 'Dan'])
  },
)

test('counted people GoTo doesn’t name are not read, are asked for again, and never become “0 people”', async () => {
  const room = await holdRoom()
  nameNobody()
  const olivia = await portal.connected('olivia@example.com')
  const { items } = await listHistory(olivia, { q: room })
  const id = items[0]?.id ?? ''
  portal.pass(20)
  expect(await getSession(olivia, id)).toMatchObject({ asOf: null, people: 2, attendees: [], hasAttendees: false })
  for (let tries = 2; tries <= 5; tries += 1) {
    portal.pass(5)
    await getSession(olivia, id)
  }
  const given = await getSession(olivia, id)
  expect(given.asOf).not.toBeNull()
  expect(given).toMatchObject({ people: 2, attendees: [], identified: null, hasAttendees: true })
  expect((await listHistory(olivia, { q: room })).items[0]?.people).toBe(2)
})

test('people named late are read after all', async () => {
  const room = await holdRoom()
  nameNobody()
  const olivia = await portal.connected('olivia@example.com')
  const { items } = await listHistory(olivia, { q: room })
  const id = items[0]?.id ?? ''
  portal.pass(20)
  await getSession(olivia, id)
  setGotoFetch((request) => portal.sandbox.fetch(request))
  portal.pass(5)
  expect((await getSession(olivia, id)).attendees).toHaveLength(2)
})

test('open reports waiting for names ask GoTo less and less often, not with every look', async () => {
  const room = await holdRoom()
  const { asked } = nameNobody()
  const olivia = await portal.connected('olivia@example.com')
  const id = (await listHistory(olivia, { q: room })).items[0]?.id ?? ''
  const counts: number[] = []
  // A look every two seconds, for a minute and a half.
  for (let second = 0; second < 90; second += 2) {
    await getSession(olivia, id)
    if (second % 30 === 28) counts.push(asked())
    portal.pass(2 / 60)
  }
  // After 0, 10, 30 and 70 seconds.
  expect(counts).toEqual([2, 3, 4])
})

/** Once all of it is read. */
async function attendance(actor: UserActor, filter: HistoryFilter): Promise<AttendanceList> {
  await listAttendance(actor, filter)
  await workAsked()
  return listAttendance(actor, filter)
}

test('an attendance list and its file say how many sessions are unreported, and are complete once none is', async () => {
  await holdRoom()
  nameNobody()
  const olivia = await portal.connected('olivia@example.com')
  const filter = { from: '2026-11-24', zone: 'UTC' }
  const { items, coverage } = await attendance(olivia, filter)
  const { sessionsWaiting } = coverage
  expect(items).toEqual([])
  expect(sessionsWaiting).toBeGreaterThan(0)
  expect(coverage).toMatchObject({ organizers: 1, read: 0, missing: [], isReading: false, sessionsLost: 0 })
  // Who asks only for sessions has them all.
  expect((await listHistory(olivia, filter)).coverage).toMatchObject({ read: 1, sessionsWaiting: 0 })
  const file = async () => {
    const path = `/api/attendance.csv?from=${filter.from}&zone=UTC`
    return (await getAttendanceCsv(portal.request(olivia, path))).text()
  }
  const counted = `${sessionsWaiting} session${sessionsWaiting === 1 ? '' : 's'}`
  expect((await file()).trimEnd().split('\r\n').at(-1)).toMatch(
    new RegExp(`^Attendance not reported yet: Olivia Marsh \\(${counted}\\),+$`),
  )

  setGotoFetch((request) => portal.sandbox.fetch(request))
  portal.pass(5)
  const whole = await attendance(olivia, filter)
  expect(whole.coverage).toMatchObject({ read: 1, sessionsWaiting: 0 })
  expect(whole.items.map(({ name }) => name)).toEqual(expect.arrayContaining(['Cleo', 'Dan']))
  expect(await file()).not.toContain('not reported')
})

test('attendance GoTo no longer reports is called lost, and not waited for', async () => {
  await holdRoom()
  const olivia = await portal.connected('olivia@example.com')
  await listHistory(olivia, { all: '1' })
  await workAsked()
  const { id: organizerId, personId } = await db().organizer.findFirstOrThrow({ where: { name: 'Olivia Marsh' } })
  const mine = { organizerId }
  expect(await db().session.count({ where: mine })).toBeGreaterThan(1)
  await db().session.updateMany({ where: mine, data: { attendeesReadAt: portal.sandbox.now() } })
  // A year and a week ago, and nobody looked at it since.
  const startedAt = new Date(portal.sandbox.now().getTime() - 372 * 86_400_000)
  const newest = await db().session.findFirstOrThrow({ where: mine, orderBy: { startedAt: 'desc' } })
  const past = { startedAt, endedAt: startedAt, attendeesReadAt: null }
  await db().session.update({ where: { id: newest.id }, data: past })
  const { asked } = nameNobody()
  const old = await attendance(olivia, { all: '1' })
  expect(old.coverage).toMatchObject({ organizers: 1, read: 1, sessionsWaiting: 0, sessionsLost: 1 })
  expect(asked()).toBe(0)

  await db().session.update({ where: { id: newest.id }, data: { startedAt: newest.startedAt } })
  await db().organizer.update({ where: { id: organizerId }, data: { goneAt: portal.sandbox.now() } })
  const gone = await attendance(adam, { all: '1', organizer: personId })
  expect(gone.coverage).toMatchObject({ organizers: 0, read: 0, sessionsWaiting: 0, sessionsLost: 1 })
  const csv = await getAttendanceCsv(portal.request(adam, `/api/attendance.csv?all=1&organizer=${personId}`))
  expect(await csv.text()).toContain('Attendance no longer available: Olivia Marsh (1 session)')
})
