import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SystemActor, UserActor } from '#lib/auth/actor.ts'
import { db, inTransaction, pool } from '#lib/db/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { listHistory } from '#lib/history/list/list-history.ts'
import type { AttendanceList, Session } from '#lib/history/schema.ts'
import { giveRecordsTo } from '#lib/record/who/give-records-to.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { workAsked } from '#lib/testing/work-asked.ts'
import { recountPeople } from '#lib/upkeep/recount-people.ts'
import { GET as getAttendance } from '../attendance/route.ts'
import { GET as getHistory } from './[id]/route.ts'

type Typed = { name: string; email?: string; from: string; until: string }

const worker: SystemActor = { kind: 'system', job: 'test' }
const info = 'info@partner.example'
let portal: TestPortal
let olivia: UserActor

beforeEach(async () => {
  portal = await testPortal()
  olivia = await portal.connected('olivia@example.com')
})
afterEach(() => portal.close())

/** An hour in Olivia's room, from 9:00 in UTC, of which GoTo tells these rows; answers the report as a browser gets it. */
async function reportOf(typed: Typed[], invited: { personId: string; required: boolean }[] = []): Promise<Session> {
  const where = { kind: 'room', organizer: { email: 'olivia@example.com' } }
  const room = await db().meeting.findFirstOrThrow({ where })
  const gotoMeetingId = String(room.gotoMeetingId)
  if (invited.length > 0)
    await db().invited.createMany({ data: invited.map((one) => ({ meetingId: room.id, ...one })) })
  portal.sandbox.act(gotoMeetingId, 'start')
  portal.sandbox.act(gotoMeetingId, 'join', { name: 'Somebody' })
  portal.pass(60)
  portal.sandbox.act(gotoMeetingId, 'end')
  portal.pass(1)
  const onDay = (time: string) => `2026-11-24T${time}.000Z`
  setGotoFetch(async (request) => {
    const reply = await portal.sandbox.fetch(request)
    if (!new URL(request.url).pathname.endsWith('/attendees') || reply.status !== 200) return reply
    const text = (await reply.text()).replace(/:(\d{16,})/g, ':"$1"')
    const rows = JSON.parse(text) as Record<string, unknown>[]
    return Response.json(
      rows
        .filter(({ attendeeName }) => attendeeName === 'Somebody')
        .flatMap((row) =>
          typed.map(({ name, email = '', from, until }) => ({
            ...row,
            attendeeName: name,
            name,
            attendeeEmail: email,
            joinTime: onDay(from),
            leaveTime: onDay(until),
          })),
        ),
    )
  })
  await listHistory(olivia, { q: gotoMeetingId })
  await workAsked()
  const { items } = await listHistory(olivia, { q: gotoMeetingId })
  return get(items[0]?.id ?? '')
}

async function get(id: string): Promise<Session> {
  const answer = await getHistory(portal.request(olivia, `/api/history/${id}`), { params: Promise.resolve({ id }) })
  return (await answer.json()) as Session
}

const hour = { from: '09:00:00', until: '10:00:00' }

test('two people at once behind one typed address are two rows with a note, and nobody vanishes', async () => {
  const session = await reportOf([
    { name: 'Ann Lee', email: info, ...hour },
    { name: 'Bob Ray', email: 'INFO@partner.example', from: '09:10:00', until: '10:00:00' },
  ])
  expect(session.attendees).toMatchObject([
    { name: 'Ann Lee', kind: 'person', note: 'shared-address', minutes: 60 },
    { name: 'Bob Ray', kind: 'person', note: 'shared-address', minutes: 50 },
  ])
  expect(session).toMatchObject({ people: 2, unidentified: 2, identified: 0 })
})

test('of two behind a colleague’s address, only the row with their name is that colleague, who is not missing', async () => {
  const erin = await portal.employee('erin@example.com')
  const { name } = await db().person.findUniqueOrThrow({ where: { id: erin.personId } })
  const session = await reportOf(
    [
      { name: 'Bob Ray', email: 'erin@example.com', ...hour },
      { name, email: 'erin@example.com', from: '09:05:00', until: '10:00:00' },
    ],
    [{ personId: erin.personId, required: true }],
  )
  expect(session.attendees).toMatchObject([
    { personId: erin.personId, name, required: 'required', note: 'shared-address' },
    { personId: null, name: 'Bob Ray', reasons: [`typed the address of ${name}, who has their own row`] },
  ])
  expect(session).toMatchObject({ identified: 0.5, unidentified: 1, required: { invited: 1, present: 1 }, missing: [] })
})

test('a stay that outlives a broken connection by forty seconds is one person who reconnected', async () => {
  const session = await reportOf([
    { name: 'Ann Lee', from: '09:00:00', until: '09:30:40' },
    { name: 'Ann Lee', from: '09:30:00', until: '10:00:00' },
  ])
  expect(session.attendees).toMatchObject([{ name: 'Ann Lee', minutes: 60, intervals: [{}, {}], note: null }])
  expect(session.people).toBe(1)
})

test('placeholder names are never one row, and each says how many people it may be, everywhere it is shown', async () => {
  const session = await reportOf([
    { name: 'Call-in User', from: '09:00:00', until: '09:20:00' },
    { name: 'Call-in User', from: '09:10:00', until: '09:30:00' },
    { name: 'Call-in User', from: '09:40:00', until: '10:00:00' },
    { name: 'iPhone', ...hour },
  ])
  const expected = [
    ['Call-in User', 'placeholder', 2, 3],
    ['iPhone', 'placeholder', 1, 1],
    ['Call-in User', 'placeholder', 2, 3],
    ['Call-in User', 'placeholder', 2, 3],
  ]
  expect(session.attendees.map(factsOf)).toEqual(expected)
  expect(session).toMatchObject({ people: 4, unidentified: 4 })
  const address = '/api/attendance?from=2026-11-24&zone=UTC'
  const list = (await (await getAttendance(portal.request(olivia, address), noParams)).json()) as AttendanceList
  expect(list.items.filter(({ sessionId }) => sessionId === session.id).map(factsOf)).toEqual(expected)
})

test.each([
  ['placeholder names', ['Guest', 'Call-in User', 'iPhone'], 1],
  ['rows without a name', ['', '', ''], 3],
])(
  'three %s behind an address that proves nobody are three people, in lists and files, too',
  async (_, names, mayBe) => {
    const session = await reportOf(names.map((name) => ({ name, email: info, ...hour })))
    const row = { kind: 'placeholder', email: info, mayBe, note: 'perhaps-shared-address' }
    expect(session.attendees).toMatchObject([row, row, row])
    expect(session).toMatchObject({ people: 3, unidentified: 3, identified: 0 })
    const { items } = await listHistory(olivia, { q: session.gotoMeetingId })
    expect(items.find(({ id }) => id === session.id)?.people).toBe(3)
    const id = `${session.id}.csv`
    const file = await getHistory(portal.request(olivia, `/api/history/${id}`), { params: Promise.resolve({ id }) })
    const [, ...lines] = (await file.text()).trim().split('\r\n')
    const said = [String(mayBe), 'perhaps shared address']
    expect(lines.map((line) => line.split(',').slice(-2))).toEqual([said, said, said])
  },
)

test('a notetaker is marked and is nobody: not its sender, not a person, not unidentified', async () => {
  const erin = await portal.employee('erin@example.com')
  const { name } = await db().person.findUniqueOrThrow({ where: { id: erin.personId } })
  const session = await reportOf(
    [
      { name: `${name}'s Notetaker`, email: 'erin@example.com', ...hour },
      { name: 'Otter.ai', ...hour },
      { name, email: 'erin@example.com', from: '09:05:00', until: '10:00:00' },
    ],
    [{ personId: erin.personId, required: true }],
  )
  expect(session.attendees).toMatchObject([
    { personId: erin.personId, kind: 'person', note: null, minutes: 55 },
    { personId: null, kind: 'notetaker', required: null, email: 'erin@example.com' },
    { personId: null, kind: 'notetaker', name: 'Otter.ai' },
  ])
  expect(session).toMatchObject({ people: 1, identified: 1, unidentified: 0, required: { invited: 1, present: 1 } })
  const stored = await db().attendance.findMany({ where: { sessionId: session.id, personId: { not: null } } })
  expect(stored.map(({ typedName }) => typedName)).toEqual([name])
})

test('a session that only a notetaker was in had nobody in it, and one who sent theirs is still missing', async () => {
  const erin = await portal.employee('erin@example.com')
  const session = await reportOf(
    [{ name: 'Erin’s Notetaker', email: 'erin@example.com', ...hour }],
    [{ personId: erin.personId, required: true }],
  )
  expect(session).toMatchObject({ people: 0, identified: null, unidentified: 0 })
  expect(session.missing).toMatchObject([{ personId: erin.personId }])
  const { items } = await listHistory(olivia, { q: session.gotoMeetingId })
  expect(items.find(({ id }) => id === session.id)?.people).toBe(0)
})

test('sessions counted by an older rule are recounted by the worker, once', async () => {
  const session = await reportOf([
    { name: 'Ann Lee', ...hour },
    { name: 'Otter.ai', ...hour },
  ])
  const people = async () => (await db().session.findUniqueOrThrow({ where: { id: session.id } })).people
  expect(await people()).toBe(1)
  await recountPeople(worker)
  expect(await recountPeople(worker)).toEqual({ counted: 0 })
  // As a process of before the update left it.
  await pool().query('UPDATE session SET people = 2, people_rule = 0 WHERE id = $1', [session.id])
  expect(await recountPeople(worker)).toEqual({ counted: 1 })
  expect(await people()).toBe(1)
  await expect(recountPeople(olivia)).rejects.toMatchObject({ code: 'forbidden' })
})

test('where two who came turn out to be one person, they are counted as one', async () => {
  const [erin, adam] = [await portal.employee('erin@example.com'), portal.adam]
  const session = await reportOf([
    { name: 'Erin', email: 'erin@example.com', from: '09:00:00', until: '09:20:00' },
    { name: 'Adam', email: 'adam@example.com', from: '09:30:00', until: '10:00:00' },
  ])
  expect(session.people).toBe(2)
  await recountPeople(worker)
  await inTransaction((tx) => giveRecordsTo(tx, erin.personId, adam.personId))
  expect(await recountPeople(worker)).toEqual({ counted: 1 })
  expect((await db().session.findUniqueOrThrow({ where: { id: session.id } })).people).toBe(1)
  expect((await get(session.id)).attendees).toMatchObject([{ personId: adam.personId, alsoTyped: ['Adam'] }])
})

const noParams = { params: Promise.resolve({}) }

function factsOf({ name, kind, mayBeAtLeast, mayBe }: AttendanceList['items'][number] | Session['attendees'][number]) {
  return [name, kind, mayBeAtLeast, mayBe]
}
