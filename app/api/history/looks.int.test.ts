import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { exportAttendance } from '#lib/history/files/export-list.ts'
import { listAttendance } from '#lib/history/list/list-attendance.ts'
import { listHistory } from '#lib/history/list/list-history.ts'
import { listAttendees } from '#lib/meetings/page/list-attendees.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { workAsked } from '#lib/testing/work-asked.ts'
import { GET } from './[id]/route.ts'

let portal: TestPortal
let olivia: UserActor
let organizerId: string

beforeEach(async () => {
  portal = await testPortal()
  olivia = await portal.connected('olivia@example.com')
  organizerId = (await db().organizer.findFirstOrThrow({ where: { email: 'olivia@example.com' } })).id
})
afterEach(() => portal.close())

function entries(action: string) {
  return db().auditEntry.findMany({ where: { action }, orderBy: { id: 'asc' } })
}

test('looking at attendance is audited with the search, once an hour however often the page asks', async () => {
  const filter = { from: '2026-11-01', q: 'ann guest', zone: 'UTC' }
  await listHistory(olivia, filter)
  expect(await entries('attendance.read')).toEqual([])
  await listAttendance(olivia, filter)
  portal.pass(1)
  await listAttendance(olivia, { ...filter, limit: 5 })
  const details = { organizerIds: [organizerId], from: '2026-11-01', q: 'ann guest', zone: 'UTC' }
  expect(await entries('attendance.read')).toMatchObject([{ actorId: olivia.personId, details }])
  await listAttendance(olivia, { ...filter, q: 'bob' })
  portal.pass(61)
  await listAttendance(olivia, filter)
  const looks = await entries('attendance.read')
  expect(looks.map(({ details }) => (details as { q?: string }).q)).toEqual(['ann guest', 'bob', 'ann guest'])
})

test('downloading attendance is audited with the period and the search', async () => {
  await listAttendance(olivia, { all: '1' })
  await workAsked()
  await exportAttendance(
    olivia,
    { from: '2026-11-01', to: '2026-11-20', q: 'ann guest', zone: 'UTC' },
    { format: 'csv' },
  )
  await exportAttendance(olivia, { all: '1', zone: 'UTC' }, { format: 'xlsx', clock: undefined })
  const [one, all] = await entries('session.exported')
  expect(one?.details).toEqual({
    list: 'Attendance',
    format: 'csv',
    organizerIds: [organizerId],
    from: '2026-11-01T00:00:00.000Z',
    to: '2026-11-21T00:00:00.000Z',
    q: 'ann guest',
    zone: 'UTC',
  })
  expect(all?.details).toMatchObject({ format: 'xlsx', all: '1', to: portal.sandbox.now().toISOString() })
})

test('looking at who pressed Join is audited, and a refused look is not', async () => {
  const { id } = await db().occurrence.findFirstOrThrow({ where: { goneAt: null, meeting: { organizerId } } })
  const erin = await portal.employee('erin@example.com')
  await expect(listAttendees(erin, id)).rejects.toMatchObject({ code: 'forbidden' })
  await listAttendees(olivia, id)
  await listAttendees(olivia, id)
  const looks = await entries('meeting.attendees-read')
  expect(looks).toMatchObject([{ actorId: olivia.personId, subjectKind: 'meeting', subjectId: id }])
})

test('a report’s files count as expensive requests, looking at it as a page', async () => {
  const nothing = '01900000-0000-7000-8000-00000000000a'
  const statuses = async (name: string) => {
    const params = Promise.resolve({ id: name })
    const ask = () => GET(portal.request(olivia, `/api/history/${name}`), { params })
    return new Set((await Promise.all(Array.from({ length: 40 }, ask))).map(({ status }) => status))
  }
  expect(await statuses(nothing)).toEqual(new Set([404]))
  expect(await statuses(`${nothing}.xlsx`)).toEqual(new Set([404, 429]))
  expect(await statuses(nothing)).toEqual(new Set([404]))
})
