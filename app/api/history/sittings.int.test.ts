import papa from 'papaparse'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SystemActor, UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { listAttendance } from '#lib/history/list/list-attendance.ts'
import { listHistory } from '#lib/history/list/list-history.ts'
import { captureSessions } from '#lib/history/reading/capture-sessions.ts'
import type { MeetingReport, Session } from '#lib/history/schema.ts'
import { getMeetingReport } from '#lib/history/session/get-meeting-report.ts'
import { getSession } from '#lib/history/session/get-session.ts'
import { createMeeting } from '#lib/meetings/create/create-meeting.ts'
import { getMeeting } from '#lib/meetings/page/get-meeting.ts'
import { listAttendees } from '#lib/meetings/page/list-attendees.ts'
import { readMeetings } from '#lib/meetings/reading/read-meetings.ts'
import { MeetingDraft } from '#lib/meetings/schema.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { workAsked } from '#lib/testing/work-asked.ts'
import { GET as getReport } from '../meetings/[id]/report/route.ts'
import { GET } from './[id]/route.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }
let portal: TestPortal
let olivia: UserActor
let erin: UserActor
let mara: UserActor
/** Olivia's meeting: it begins in half an hour, Erin and Mara are required. */
let meeting: { id: string; gotoMeetingId: string }

beforeEach(async () => {
  portal = await testPortal()
  olivia = await portal.connected('olivia@example.com')
  erin = await portal.employee('erin@example.com')
  mara = await portal.connected('mara@example.com')
  const startsAt = new Date(portal.sandbox.now().getTime() + 30 * 60_000)
  meeting = await createMeeting(
    olivia,
    MeetingDraft.parse({
      subject: 'Board meeting',
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 3_600_000).toISOString(),
      invited: [erin, mara].map(({ personId }) => ({ personId, required: true })),
    }),
  )
})
afterEach(() => portal.close())

/** Olivia holds the meeting for some minutes; the others are there all the time. */
async function hold(minutes: number, ...others: { name: string; email?: string }[]): Promise<void> {
  const { sandbox, pass } = portal
  sandbox.act(meeting.gotoMeetingId, 'start')
  for (const other of others) sandbox.act(meeting.gotoMeetingId, 'join', other)
  await readMeetings(worker)
  pass(minutes)
  sandbox.act(meeting.gotoMeetingId, 'end')
  await readMeetings(worker)
}

async function report(id = meeting.id): Promise<MeetingReport> {
  return getMeetingReport(olivia, id)
}

const erinTyped = { name: 'Erin', email: 'erin@example.com' }
const maraTyped = { name: 'Mara', email: 'mara@example.com' }
const statesOf = ({ missing }: Pick<Session, 'missing'>) =>
  Object.fromEntries(missing.map(({ personId, state }) => [personId, state]))

test('two sittings are one meeting: who came to the first is not missing, and each can still be looked at', async () => {
  portal.pass(30)
  await hold(10, erinTyped)
  portal.pass(5)
  await hold(20, { name: 'Olivia Marsh', email: 'olivia@example.com' })
  portal.pass(2)
  await captureSessions(worker)

  const whole = await report()
  expect(whole.sittings).toHaveLength(2)
  expect(whole).toMatchObject({ minutes: 30, unreadBecause: null, required: { invited: 2, present: 1, unknown: 0 } })
  const erinsRow = whole.attendees.find(({ personId }) => personId === erin.personId)
  // Of thirty minutes in two sittings; the break between them is nobody's absence.
  expect(erinsRow).toMatchObject({ minutes: 10, share: 0.333, leftEarly: true })
  expect(statesOf(whole)).toEqual({ [mara.personId]: 'absent' })

  const { items } = await listHistory(olivia, { q: meeting.gotoMeetingId })
  expect(items.map(({ sitting }) => sitting)).toEqual([
    { nth: 2, of: 2 },
    { nth: 1, of: 2 },
  ])
  const { startedAt, endedAt, people } = whole
  expect(items.map((item) => item.whole)).toEqual(Array(2).fill({ startedAt, endedAt, people, fewestPeople: people }))

  const [first, second] = whole.sittings
  const ofSecond = await getSession(olivia, second?.sessionId ?? '')
  expect(ofSecond).toMatchObject({ minutes: 20, required: { present: 1 } })
  expect(ofSecond.attendees.some(({ personId }) => personId === erin.personId)).toBe(false)
  expect(statesOf(ofSecond)).toEqual({ [mara.personId]: 'absent' })
  expect((await getSession(olivia, first?.sessionId ?? '')).minutes).toBe(10)

  const file = async (query: string) => {
    const name = `${second?.sessionId}.csv`
    const answer = await GET(portal.request(olivia, `/api/history/${name}${query}`), {
      params: Promise.resolve({ id: name }),
    })
    const { data } = papa.parse<Record<string, string>>(await answer.text(), { header: true, skipEmptyLines: true })
    return data
  }
  const presence = async (query: string) =>
    (await file(query)).map(({ Name, Presence, Minutes }) => [Name, Presence, Minutes])
  expect(await presence('?sittings=all')).toContainEqual([erinsRow?.name, 'left early', '10'])
  const stays = (await file('?sittings=all&rows=intervals')).map(({ Name, Sitting }) => [Name, Sitting])
  expect(stays).toContainEqual([erinsRow?.name, '1'])
  expect(stays).toContainEqual(['Olivia Marsh', '2'])
  expect((await presence('')).map(([name]) => name)).not.toContain(erinsRow?.name)
  expect((await presence('')).at(-1)?.slice(1)).toEqual(['absent', ''])
})

test('while the next sitting runs, and until GoTo has reported it, nobody is called absent', async () => {
  portal.sandbox.settings({ historyDelaySeconds: 60 })
  portal.pass(30)
  await hold(10, erinTyped)
  portal.pass(2)
  await captureSessions(worker)
  expect(await report()).toMatchObject({ unreadBecause: null, missing: [{ state: 'absent' }] })
  const listed = async () => {
    const { items } = await listHistory(olivia, { q: meeting.gotoMeetingId })
    return items.map(({ pending, whole }) => [pending, whole])
  }
  expect(await listed()).toEqual([[null, null]])

  portal.sandbox.act(meeting.gotoMeetingId, 'start')
  await readMeetings(worker)
  expect(await listed()).toEqual([['not-over', null]])
  expect(await report()).toMatchObject({ unreadBecause: 'not-over', missing: [{ state: 'unknown' }] })
  const first = (await report()).sittings[0]?.sessionId ?? ''
  expect(await getSession(olivia, first)).toMatchObject({ unreadBecause: null, missing: [{ state: 'unknown' }] })

  portal.sandbox.act(meeting.gotoMeetingId, 'join', maraTyped)
  portal.pass(5)
  portal.sandbox.act(meeting.gotoMeetingId, 'end')
  await readMeetings(worker)
  expect(await report()).toMatchObject({ unreadBecause: 'preparing', missing: [{ state: 'unknown' }] })
  expect(await listed()).toEqual([['preparing', null]])
  portal.pass(2)
  await captureSessions(worker)
  expect(await report()).toMatchObject({ unreadBecause: null, missing: [], required: { invited: 2, present: 2 } })
})

test('nobody leaves early before the last sitting, and nobody is late for a later one', async () => {
  const { sandbox, pass } = portal
  const dan = { name: 'Dan', email: 'dan@example.com' }
  pass(30)
  sandbox.act(meeting.gotoMeetingId, 'start')
  sandbox.act(meeting.gotoMeetingId, 'join', dan)
  await readMeetings(worker)
  pass(10)
  sandbox.act(meeting.gotoMeetingId, 'leave', dan)
  pass(10)
  sandbox.act(meeting.gotoMeetingId, 'end')
  await readMeetings(worker)
  pass(2)
  await captureSessions(worker)
  const dansRow = ({ attendees }: Pick<Session, 'attendees'>) => attendees.find(({ name }) => name === 'Dan')
  const listed = async () => {
    const { items } = await listAttendance(olivia, { q: 'dan' })
    return items.map(({ isLate, leftEarly }) => [isLate, leftEarly])
  }
  expect(dansRow(await report())).toMatchObject({ isLate: false, leftEarly: true })
  expect(await listed()).toEqual([[false, true]])

  sandbox.act(meeting.gotoMeetingId, 'start')
  await readMeetings(worker)
  expect(dansRow(await report())).toMatchObject({ isLate: false, leftEarly: null })
  expect(await listed()).toEqual([[false, null]])

  pass(8)
  sandbox.act(meeting.gotoMeetingId, 'join', dan)
  pass(5)
  sandbox.act(meeting.gotoMeetingId, 'end')
  await readMeetings(worker)
  pass(2)
  await captureSessions(worker)
  const whole = await report()
  expect(dansRow(whole)).toMatchObject({ isLate: false, leftEarly: false })
  const [first, second] = whole.sittings
  expect(dansRow(await getSession(olivia, first?.sessionId ?? ''))).toMatchObject({ isLate: false, leftEarly: null })
  expect(dansRow(await getSession(olivia, second?.sessionId ?? ''))).toMatchObject({ isLate: null, leftEarly: false })
})

test('a meeting without a session says which it is: not over, not reported, nobody came', async () => {
  expect(await report()).toMatchObject({ id: null, startedAt: null, unreadBecause: 'not-over' })
  portal.pass(95)
  // It may still begin late.
  expect(await report()).toMatchObject({ id: null, unreadBecause: 'preparing', people: null })
  portal.pass(120)
  const nothing = await report()
  expect(nothing).toMatchObject({ id: null, startedAt: null, unreadBecause: null, people: 0, attendees: [] })
  expect(nothing.asOf).not.toBeNull()
  expect(statesOf(nothing)).toEqual({ [erin.personId]: 'absent', [mara.personId]: 'absent' })
})

test('the list of the past says what is still running and what GoTo hasn’t reported', async () => {
  portal.sandbox.settings({ historyDelaySeconds: 600 })
  const coming = async () => {
    const { running, unreported } = (await listHistory(olivia, {})).coverage
    return [running, unreported]
  }
  expect(await coming()).toEqual([0, 0])
  portal.pass(30)
  portal.sandbox.act(meeting.gotoMeetingId, 'start')
  await readMeetings(worker)
  expect(await coming()).toEqual([1, 0])
  expect((await listHistory(olivia, { to: '2026-11-01', all: '1' })).coverage).toMatchObject({ running: 0 })
  portal.pass(5)
  portal.sandbox.act(meeting.gotoMeetingId, 'end')
  await readMeetings(worker)
  expect(await coming()).toEqual([0, 1])
  portal.pass(11)
  await captureSessions(worker)
  expect(await coming()).toEqual([0, 0])
})

test('people who may not see attendance are refused the report, and a stranger learns nothing', async () => {
  const ask = (actor: UserActor) =>
    getReport(portal.request(actor, `/api/meetings/${meeting.id}/report`), {
      params: Promise.resolve({ id: meeting.id }),
    })
  expect((await ask(olivia)).status).toBe(200)
  expect((await ask(erin)).status).toBe(403)
  await db().meeting.updateMany({ where: { subject: 'Board meeting' }, data: { visibility: 'invited' } })
  expect((await ask(await portal.employee('dan@example.com'))).status).toBe(404)
})

test('the invited stand in one order, whoever looks and wherever', async () => {
  const dan = await portal.employee('dan@example.com')
  const names = [
    [erin, 'zoe'],
    [mara, 'Émile'],
    [dan, 'Anna'],
  ] as const
  for (const [{ personId }, name] of names)
    await db().person.update({ where: { id: personId }, data: { name: `${name} Lee` } })
  const { meetingId } = await db().occurrence.findUniqueOrThrow({ where: { id: meeting.id } })
  await db().invited.create({ data: { meetingId, personId: dan.personId, required: false } })
  const order = ['Émile Lee', 'zoe Lee', 'Anna Lee']
  const namesOf = (people: { name: string }[]) => people.map(({ name }) => name)
  expect(namesOf((await getMeeting(dan, meeting.id)).invited)).toEqual(order)
  expect(namesOf((await listAttendees(olivia, meeting.id)).invited)).toEqual(order)
  expect(namesOf((await report()).missing)).toEqual(order)
})

test('a host who is back within seconds has two sittings, and nobody in the second is absent', async () => {
  portal.sandbox.settings({ historyDelaySeconds: 120 })
  portal.pass(30)
  portal.sandbox.act(meeting.gotoMeetingId, 'start')
  portal.sandbox.act(meeting.gotoMeetingId, 'join', erinTyped)
  await readMeetings(worker)
  portal.pass(3)
  // Nobody looks between the two.
  portal.sandbox.act(meeting.gotoMeetingId, 'end')
  portal.pass(0.05)
  portal.sandbox.act(meeting.gotoMeetingId, 'start')
  portal.sandbox.act(meeting.gotoMeetingId, 'join', maraTyped)
  await readMeetings(worker)
  portal.pass(20)
  portal.sandbox.act(meeting.gotoMeetingId, 'end')
  await readMeetings(worker)
  await captureSessions(worker)
  expect((await report()).missing.some(({ state }) => state === 'absent')).toBe(false)
  portal.pass(6)
  await captureSessions(worker)
  const whole = await report()
  expect(whole.sittings).toHaveLength(2)
  expect(whole.missing).toEqual([])
})

test('a sitting that nobody noticed is found as soon as somebody looks, and nobody is absent before', async () => {
  portal.pass(30)
  await hold(5, erinTyped)
  portal.pass(2)
  await captureSessions(worker)
  // The worker is out.
  portal.sandbox.act(meeting.gotoMeetingId, 'start')
  portal.sandbox.act(meeting.gotoMeetingId, 'join', maraTyped)
  portal.pass(10)
  expect((await report()).missing).toMatchObject([{ state: 'unknown' }])
  portal.sandbox.act(meeting.gotoMeetingId, 'end')
  portal.pass(200)
  const whole = await report()
  expect(whole.sittings).toHaveLength(2)
  expect(whole).toMatchObject({ missing: [], required: { invited: 2, present: 2, unknown: 0 } })
})

/** GoTo leaves out all but so many of the attendee rows of this meeting. */
function nameOnly(most: number): void {
  setGotoFetch(async (request) => {
    const answer = await portal.sandbox.fetch(request)
    if (!new URL(request.url).pathname.endsWith('/attendees')) return answer
    const rows = (await answer.text())
      .slice(1, -1)
      .split(/(?<=\}),(?=\{)/)
      .filter((row) => row !== '')
    return new Response(`[${rows.slice(0, most).join(',')}]`, { headers: answer.headers })
  })
}

test.each([0, 1])('while GoTo names %i of the two it counts, nobody is called absent', async (most) => {
  portal.pass(30)
  nameOnly(most)
  await hold(10, erinTyped, maraTyped)
  for (let tries = 0; tries < 20; tries += 1) {
    portal.pass(6)
    await captureSessions(worker)
  }
  portal.pass(180)
  const whole = await report()
  expect(whole).toMatchObject({ unreadBecause: null, unnamed: 2 - most, isCertain: false })
  expect(whole.attendees).toHaveLength(most)
  expect(whole.missing.every(({ state }) => state === 'unknown')).toBe(true)
  const name = `${whole.id}.csv`
  const answer = await GET(portal.request(olivia, `/api/history/${name}`), { params: Promise.resolve({ id: name }) })
  expect((await answer.text()).trimEnd().split('\r\n').at(-1)).toContain('GoTo counted')
})

test('a session whose row makes no sense is not nobody', async () => {
  portal.pass(30)
  await hold(10, erinTyped)
  setGotoFetch(async (request) => {
    const answer = await portal.sandbox.fetch(request)
    const { pathname } = new URL(request.url)
    if (pathname.endsWith('/attendees')) return new Response('[]', { headers: answer.headers })
    if (!/historicalMeetings/.test(pathname)) return answer
    const text = (await answer.text()).replace(/"endTime":"[^"]*"/g, '"endTime":"1999-01-01T00:00:00Z"')
    return new Response(text, { status: answer.status, headers: answer.headers })
  })
  // For a day it may still be reported.
  portal.pass(25 * 60)
  expect(await report()).toMatchObject({
    id: null,
    unreadBecause: 'unreadable',
    people: null,
    missing: [{ state: 'unknown' }, { state: 'unknown' }],
  })
})

/** Olivia's room was used twenty days ago, and of her past only the last days are known. */
async function roomUsedLongAgo(): Promise<string> {
  const room = await db().meeting.findFirstOrThrow({
    where: { kind: 'room', organizer: { email: 'olivia@example.com' } },
  })
  const gotoMeetingId = String(room.gotoMeetingId)
  portal.sandbox.act(gotoMeetingId, 'start')
  portal.sandbox.act(gotoMeetingId, 'join', erinTyped)
  portal.pass(10)
  portal.sandbox.act(gotoMeetingId, 'end')
  portal.pass(20 * 24 * 60)
  const at = portal.sandbox.now()
  const covered = { coveredFrom: new Date(at.getTime() - 3 * 86_400_000), coveredTo: at }
  await db().session.deleteMany({ where: { organizerId: room.organizerId } })
  await db().historyReading.upsert({
    where: { organizerId: room.organizerId },
    create: { organizerId: room.organizerId, ...covered },
    update: covered,
  })
  return room.id
}

test('the report of a room looks as far back as GoTo keeps its past', async () => {
  const room = await roomUsedLongAgo()
  await report(room)
  await workAsked()
  await report(room)
  expect(await report(room)).toMatchObject({ people: 1, minutes: 10, unreadBecause: null })
})

test('nobody came to a room only if its whole past is known', async () => {
  const room = await roomUsedLongAgo()
  portal.sandbox.fault('*', 503, { count: 1_000, retryAfterSeconds: 600 })
  expect(await report(room)).toMatchObject({ people: null, unreadBecause: 'failed', isCertain: false })
  await db().historyReading.updateMany({ data: { coveredFrom: new Date('2025-11-24T00:00:00Z'), failure: null } })
  const at = portal.sandbox.now().toISOString()
  expect(await report(room)).toMatchObject({ people: 0, unreadBecause: null, isCertain: true, asOf: at })
})
