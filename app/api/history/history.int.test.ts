import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SystemActor, UserActor } from '#lib/auth/actor.ts'
import { sealToken } from '#lib/connections/secrets.ts'
import { db, pool } from '#lib/db/client.ts'
import { listAttendance } from '#lib/history/list/list-attendance.ts'
import { listHistory } from '#lib/history/list/list-history.ts'
import { readAskedHistory } from '#lib/history/reading/read-asked-history.ts'
import type { HistoryFilter, SessionList } from '#lib/history/schema.ts'
import { getSession } from '#lib/history/session/get-session.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { workAsked } from '#lib/testing/work-asked.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }
let portal: TestPortal
let adam: UserActor

beforeEach(async () => {
  portal = await testPortal()
  adam = portal.adam
})
afterEach(() => portal.close())

function organizerOf(email: string) {
  return db().organizer.findFirstOrThrow({ where: { email } })
}

/** The room of an organizer, which runs whenever somebody starts it. */
async function roomOf(email: string): Promise<string> {
  const room = await db().meeting.findFirstOrThrow({ where: { kind: 'room', organizer: { email } } })
  return String(room.gotoMeetingId)
}

/** Ann comes, leaves and comes back, Bob stays: what happened, to the second. */
function hold(meetingId: string): void {
  const { sandbox } = portal
  sandbox.act(meetingId, 'start')
  portal.pass(1)
  sandbox.act(meetingId, 'join', { name: '  ann GUEST', email: 'ann@guest.example' })
  sandbox.act(meetingId, 'join', { name: 'Bob' })
  portal.pass(2.5)
  sandbox.act(meetingId, 'leave', { name: 'ann GUEST' })
  portal.pass(1)
  sandbox.act(meetingId, 'join', { name: 'Ann Guest', email: 'ann@guest.example' })
  portal.pass(1.5)
  sandbox.act(meetingId, 'end')
  portal.pass(2)
}

async function read(actor: UserActor, filter: HistoryFilter = {}): Promise<SessionList> {
  await listHistory(actor, filter)
  await workAsked()
  return listHistory(actor, filter)
}

test('an organizer reads their own past with their own grant, and rejoins are merged to the second', async () => {
  const olivia = await portal.connected('olivia@example.com')
  const room = await roomOf('olivia@example.com')
  hold(room)
  const { items, coverage, asOf } = await read(olivia)
  expect(coverage).toMatchObject({ organizers: 1, read: 1, missing: [], isReading: false })
  expect(asOf).toBe(portal.sandbox.now().toISOString())
  expect(items.every(({ organizer }) => organizer.email === 'olivia@example.com')).toBe(true)
  // Until the rows are read, the number is GoTo's, which counts every spelling of a name.
  expect(items[0]).toMatchObject({ gotoMeetingId: room, kind: 'room', minutes: 6, people: 3, hasAttendees: false })
  expect(
    new Set(
      portal.sandbox
        .calls()
        .filter(({ path }) => path.includes('istor'))
        .map(({ email }) => email),
    ),
  ).toEqual(new Set(['olivia@example.com']))
  const session = await getSession(olivia, items[0]?.id ?? '')
  expect(session.asOf).not.toBeNull()
  expect(
    session.attendees.map(({ typedName, email, minutes, share, intervals }) => ({
      typedName,
      email,
      minutes,
      share,
      stays: intervals.length,
    })),
  ).toEqual([
    { typedName: 'ann GUEST', email: 'ann@guest.example', minutes: 4, share: 0.667, stays: 2 },
    { typedName: 'Bob', email: null, minutes: 5, share: 0.833, stays: 1 },
  ])
  // The organizer's address is in every row of GoTo, and nobody's here.
  expect(session.attendees.some(({ email, role }) => email === 'olivia@example.com' || role === 'organizer')).toBe(
    false,
  )
  expect(session).toMatchObject({ identified: 0, unidentified: 2, people: 2, hasAttendees: true })
  // From then on the list counts the same people, without looking at their stays.
  expect((await listHistory(olivia, {})).items[0]).toMatchObject({ people: 2, hasAttendees: true })
  expect((await db().session.findUniqueOrThrow({ where: { id: session.id } })).people).toBe(2)
  await getSession(olivia, session.id)
  expect(await db().auditEntry.count({ where: { action: 'session.read', subjectId: session.id } })).toBe(1)
})

test('two sessions of a reused ID stay separate, each with its own people', async () => {
  const room = await roomOf('olivia@example.com')
  hold(room)
  portal.sandbox.act(room, 'start')
  portal.sandbox.act(room, 'join', { name: 'Cleo' })
  portal.pass(3)
  portal.sandbox.act(room, 'end')
  portal.pass(1)
  const olivia = await portal.connected('olivia@example.com')
  const { items } = await read(olivia, { q: room })
  expect(items.length).toBeGreaterThanOrEqual(2)
  const [second, first] = items
  expect((await getSession(olivia, second?.id ?? '')).attendees.map(({ name }) => name)).toEqual(['Cleo'])
  const earlier = await getSession(olivia, first?.id ?? '')
  expect(earlier.attendees.map(({ name }) => name)).toEqual(['ann GUEST', 'Bob'])
  expect(earlier.siblings.slice(0, 2).map(({ id }) => id)).toEqual([second?.id, first?.id])
})

test('reading the same again writes nothing', async () => {
  hold(await roomOf('olivia@example.com'))
  await listAttendance(adam, {})
  await workAsked()
  const before = await rowVersions()
  expect(before.length).toBeGreaterThan(10)
  portal.pass(2)
  await listAttendance(adam, {})
  await workAsked()
  await db().historyReading.deleteMany()
  await listAttendance(adam, {})
  await workAsked()
  expect(await rowVersions()).toEqual(before)
})

/** PostgreSQL's own id of each row version: an UPDATE changes it even when no value differs. */
async function rowVersions(): Promise<unknown[]> {
  const { rows } = await pool().query(
    `SELECT 's' AS t, id::text, xmin::text FROM session UNION ALL SELECT 'a', id::text, xmin::text FROM attendance
     UNION ALL SELECT 'v', name, xmin::text FROM list_version ORDER BY 1, 2`,
  )
  return rows
}

test('a hundred open pages read once, and two readers at once create no run twice', async () => {
  hold(await roomOf('olivia@example.com'))
  const olivia = await portal.connected('olivia@example.com')
  const asked = () => portal.sandbox.calls().filter(({ path }) => path.endsWith('/historicalMeetings')).length
  await Promise.all(Array.from({ length: 30 }, () => listHistory(olivia, {})))
  expect(asked()).toBe(1)
  const { id } = await organizerOf('olivia@example.com')
  const wish = {
    personId: olivia.personId,
    organizerIds: [id],
    from: '2026-10-01T00:00:00Z',
    to: portal.sandbox.now().toISOString(),
    withAttendees: true,
  }
  await Promise.all([readAskedHistory(worker, wish), readAskedHistory(worker, wish)])
  const { rows } = await pool().query('SELECT 1 FROM session GROUP BY goto_meeting_id, started_at HAVING count(*) > 1')
  expect(rows).toEqual([])
})

test('with GoTo down the list stays as it was and says its age and who is missing', async () => {
  hold(await roomOf('olivia@example.com'))
  const olivia = await portal.connected('olivia@example.com')
  const before = await read(olivia)
  portal.pass(15)
  portal.sandbox.fault('*', 503, { count: 1_000, retryAfterSeconds: 600 })
  const during = await listHistory(olivia, {})
  expect(during.items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id))
  expect(during.asOf).toBe(before.asOf)
  expect(during.coverage).toMatchObject({ organizers: 1, read: 0, missing: ['Olivia Marsh'], isReading: false })
})

test('a manager reads two chosen organizers and an outsider reads nobody', async () => {
  hold(await roomOf('olivia@example.com'))
  const [olivia, mara] = [await organizerOf('olivia@example.com'), await organizerOf('mara@example.com')]
  const employee = await portal.employee('erin@example.com')
  const manager: UserActor = { ...employee, managedGroupIds: [olivia.groupId, mara.groupId].flatMap((id) => id ?? []) }
  const chosen = { organizer: `${olivia.personId},${mara.personId}` }
  const { items, coverage } = await read(manager, chosen)
  expect(coverage).toMatchObject({ organizers: 2, read: 2 })
  expect(items.some(({ organizer }) => organizer.email === 'olivia@example.com')).toBe(true)
  await expect(listHistory(employee, chosen)).rejects.toMatchObject({ code: 'forbidden' })
  const outsider: UserActor = { ...employee, managedGroupIds: ['01900000-0000-7000-8000-000000000000'] }
  await expect(listHistory(outsider, chosen)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(getSession(outsider, items[0]?.id ?? '')).rejects.toMatchObject({ code: 'not_found' })
  const nobody = '01900000-0000-7000-8000-00000000000a'
  await expect(listHistory(manager, { organizer: nobody })).rejects.toMatchObject({
    fields: { organizer: expect.any(String) },
  })
  await expect(listHistory(manager, { group: nobody })).rejects.toMatchObject({ fields: { group: expect.any(String) } })
})

test('an administrator reads others with their own grant, lent or not; when it dies, what is known stays', async () => {
  await db().connection.updateMany({ data: { lentAt: null } })
  hold(await roomOf('olivia@example.com'))
  const { personId } = await organizerOf('olivia@example.com')
  const { items } = await read(adam, { organizer: personId })
  expect(items[0]).toMatchObject({ organizer: { email: 'olivia@example.com' }, minutes: 6 })
  const row = await db().connection.findFirstOrThrow({ where: { email: 'adam@example.com' } })
  const dead = {
    accessToken: sealToken(row.id, 'access_token', 'dead'),
    refreshToken: sealToken(row.id, 'refresh_token', 'dead'),
  }
  await db().connection.update({ where: { id: row.id }, data: dead })
  portal.pass(15)
  const after = await listHistory(adam, { organizer: personId })
  expect(after.items).toHaveLength(items.length)
  expect(after.coverage.missing).toEqual(['Olivia Marsh'])
})

test('the period is thirty local days, today among them, unless it is removed, and long ones are read in pieces', async () => {
  const olivia = await organizerOf('olivia@example.com')
  const recent = await read(adam, { organizer: olivia.personId })
  expect(recent.coverage.from).toBe('2026-10-25T23:00:00.000Z')
  expect(recent.items.every(({ startedAt }) => startedAt >= '2026-10-25T23:00:00.000Z')).toBe(true)
  const all = await read(adam, { organizer: olivia.personId, all: '1', limit: 200 })
  expect(all.coverage).toMatchObject({ from: null, read: 1, isReading: false })
  expect(all.items.length).toBeGreaterThanOrEqual(recent.items.length)
  const calls = portal.sandbox.calls().filter(({ path }) => path.endsWith('/historicalMeetings'))
  // A year in months, and no day of it twice.
  expect(calls).toHaveLength(12)
  const [first] = (await listHistory(adam, { organizer: olivia.personId, all: '1', limit: 1 })).items
  const page = await listHistory(adam, { organizer: olivia.personId, all: '1', limit: 1 })
  const next = await listHistory(adam, {
    organizer: olivia.personId,
    all: '1',
    limit: 1,
    cursor: page.nextCursor ?? '',
  })
  expect(next.items[0]?.id).not.toBe(first?.id)
  const asked = portal.sandbox.calls().length
  await listHistory(adam, { organizer: olivia.personId, all: '1' })
  expect(portal.sandbox.calls()).toHaveLength(asked)
})

test('attendance over all organizers is read by the worker and counts people once per session', async () => {
  hold(await roomOf('olivia@example.com'))
  const first = await listAttendance(adam, { group: undefined, from: '2026-11-24' })
  expect(first.coverage.organizers).toBeGreaterThan(0)
  await workAsked()
  const { items } = await listAttendance(adam, {
    organizer: (await organizerOf('olivia@example.com')).personId,
    from: '2026-11-24',
  })
  expect(items.filter(({ typedName }) => typedName === 'ann GUEST')).toHaveLength(1)
})

test('a search finds people by what they typed, and then shows only them', async () => {
  const room = await roomOf('olivia@example.com')
  hold(room)
  const olivia = await portal.connected('olivia@example.com')
  const from = '2026-11-24'
  await listAttendance(olivia, { from })
  const found = async (q: string) => (await listAttendance(olivia, { from, q })).items.map(({ typedName }) => typedName)
  expect(await found('ANN gue')).toEqual(['ann GUEST'])
  expect(await found('guest.example')).toEqual(['ann GUEST'])
  expect(await found('Ånn GÜEST')).toEqual(['ann GUEST'])
  expect(await found('uest')).toEqual([])
  expect(await found('nobody of this name')).toEqual([])
  expect(await found('100%')).toEqual([])
  // Of a session that is found itself, everybody.
  expect(await found(room)).toEqual(['ann GUEST', 'Bob'])
  const { personId } = await organizerOf('mara@example.com')
  await db().attendance.updateMany({ where: { typedName: 'Bob' }, data: { personId } })
  expect(await found('mara')).toEqual(['Bob'])
})
