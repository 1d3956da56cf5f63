import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SystemActor, UserActor } from '#lib/auth/actor.ts'
import { db, pool } from '#lib/db/client.ts'
import { log } from '#lib/log.ts'
import { cancelMeeting } from '#lib/meetings/cancel/cancel-meeting.ts'
import { endMeeting } from '#lib/meetings/host/end-meeting.ts'
import { startMeeting } from '#lib/meetings/host/start-meeting.ts'
import { joinMeeting } from '#lib/meetings/join/join-meeting.ts'
import { getMeeting } from '#lib/meetings/page/get-meeting.ts'
import { getMeetingDetail } from '#lib/meetings/page/get-meeting-detail.ts'
import { listAttendees } from '#lib/meetings/page/list-attendees.ts'
import { readActive } from '#lib/meetings/reading/read-active.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { comeToNextMeeting } from '#lib/testing/next-meeting.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import * as startRoute from './[id]/start/route.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }
let portal: TestPortal
let erin: UserActor
let olivia: UserActor
let next: Meeting

/** Five minutes before Olivia's next meeting. */
beforeEach(async () => {
  portal = await testPortal()
  olivia = await portal.connected('olivia@example.com')
  erin = await portal.employee('erin@example.com')
  next = await comeToNextMeeting(portal, olivia, 'Olivia')
})
afterEach(() => portal.close())

function start(): void {
  portal.sandbox.act(next.gotoMeetingId, 'start')
  portal.pass(0.1)
}

test('the organizer gets the address to host at, and it is stored and logged nowhere', async () => {
  const stream = (log as unknown as Record<symbol, { write(line: string): void }>)[pino.symbols.streamSym]
  if (!stream) throw new Error('The log writes nowhere.')
  const written: string[] = []
  const spy = vi.spyOn(stream, 'write').mockImplementation((line) => void written.push(line))
  const level = log.level
  log.level = 'trace'
  const request = portal.request(olivia, `/api/meetings/${next.id}/start`, { method: 'POST' })
  const answer = await startRoute.POST(request, { params: Promise.resolve({ id: next.id }) })
  log.level = level
  spy.mockRestore()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const { hostUrl } = (await answer.json()) as { hostUrl: string }
  const token = new URL(hostUrl).searchParams.get('authenticationToken') ?? ''
  expect(token.length).toBeGreaterThan(40)

  expect(written.join('\n')).toContain('"goto":"startMeeting"')
  for (const secret of [token, 'authenticationToken']) expect(written.join('\n')).not.toContain(secret)
  const everything = await dump()
  expect(everything).toContain('meeting.started')
  for (const secret of [token, 'authenticationToken']) expect(everything).not.toContain(secret)
})

/** Every row of every table, as text. */
async function dump(): Promise<string> {
  const { rows: tables } = await pool().query<{ name: string }>(
    "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'",
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await pool().query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`)
    texts.push(...rows.map((row) => row.text))
  }
  return texts.join('\n')
}

test('a start is in the audit, and GoTo is checked shortly after', async () => {
  await startMeeting(olivia, next.id)
  const subject = { subjectKind: 'meeting', subjectId: next.id }
  expect(await db().auditEntry.findMany({ where: { action: 'meeting.started' } })).toMatchObject([
    { ...subject, actorId: olivia.personId, details: {} },
  ])
  expect(await db().outboxEvent.count({ where: { kind: 'meeting.start-pressed' } })).toBe(1)
})

test('only the organizer starts and ends, whatever other roles somebody has', async () => {
  const adam = await portal.connected('adam@example.com')
  for (const actor of [erin, adam]) {
    await expect(startMeeting(actor, next.id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(endMeeting(actor, next.id)).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test('a co-organizer sees it, starts it with their own grant, and changes nothing of it', async () => {
  const mara = await portal.connected('mara@example.com')
  const { meetingId } = await db().occurrence.findUniqueOrThrow({ where: { id: next.id } })
  await db().meeting.update({ where: { id: meetingId }, data: { visibility: 'invited' } })
  await expect(getMeeting(mara, next.id)).rejects.toMatchObject({ code: 'not_found' })
  const [key] = mara.organizerKeys
  await portal.atGoto('olivia@example.com', 'PUT', `/meetings/${next.gotoMeetingId}`, {
    subject: next.subject,
    starttime: next.startsAt,
    endtime: next.endsAt,
    passwordrequired: false,
    conferencecallinfo: 'Hybrid',
    timezonekey: '',
    meetingtype: 'scheduled',
    coorganizerKeys: [key],
  })
  await db().meeting.update({ where: { id: meetingId }, data: { coorganizerKeys: [BigInt(key ?? '')] } })
  expect(await getMeeting(mara, next.id)).toMatchObject({ can: { start: true, edit: false, cancel: false } })
  expect((await startMeeting(mara, next.id)).hostUrl).toContain('/host/')
  await expect(cancelMeeting(mara, next.id)).rejects.toMatchObject({ code: 'forbidden' })
})

test('a meeting deleted at GoTo, one being cancelled and a dead grant each have their own sentence', async () => {
  await db().connection.deleteMany({ where: { personId: olivia.personId } })
  await expect(startMeeting(olivia, next.id)).rejects.toMatchObject({ code: 'not_connected' })
  olivia = await portal.connected('olivia@example.com')
  await deleteElsewhere(next.gotoMeetingId)
  await expect(startMeeting(olivia, next.id)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('deleted at GoTo'),
  })
  await cancelMeeting(olivia, next.id)
  await expect(startMeeting(olivia, next.id)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('being cancelled'),
  })
})

async function deleteElsewhere(gotoMeetingId: string): Promise<void> {
  const { access_token } = portal.sandbox.tokenFor('olivia@example.com', { limited: false })
  const headers = { authorization: `Bearer ${access_token}` }
  const path = `https://api.goto.test/G2M/rest/meetings/${gotoMeetingId}`
  expect((await portal.sandbox.fetch(path, { method: 'DELETE', headers })).status).toBe(204)
}

test('End opens the host’s session and says so until GoTo says it is over', async () => {
  await expect(endMeeting(olivia, next.id)).rejects.toMatchObject({ code: 'conflict' })
  start()
  expect((await getMeetingDetail(olivia, next.id)).state).toBe('live')
  const { hostUrl } = await endMeeting(olivia, next.id)
  expect(new URL(hostUrl).searchParams.get('meetingId')).toBe(next.gotoMeetingId)
  expect(await getMeetingDetail(erin, next.id)).toMatchObject({ state: 'ending', stateFrom: 'press' })
  portal.sandbox.act(next.gotoMeetingId, 'end')
  portal.pass(0.1)
  expect(await getMeetingDetail(olivia, next.id)).toMatchObject({ state: 'ended', stateFrom: 'goto' })
  const { organizerId } = await db().meeting.findFirstOrThrow({ where: { gotoMeetingId: BigInt(next.gotoMeetingId) } })
  expect(await db().outboxEvent.findMany({ where: { kind: 'room.ended' } })).toMatchObject([
    { key: next.gotoMeetingId, payload: { organizerId, gotoMeetingId: next.gotoMeetingId } },
  ])
})

test('an End that wasn’t carried out is dropped after a quarter of an hour, and can be pressed again', async () => {
  start()
  await readActive(worker)
  await endMeeting(olivia, next.id)
  portal.pass(14)
  expect((await getMeetingDetail(olivia, next.id)).state).toBe('ending')
  portal.pass(1)
  expect((await getMeetingDetail(olivia, next.id)).state).toBe('live')
  await endMeeting(olivia, next.id)
  expect((await getMeetingDetail(olivia, next.id)).state).toBe('ending')
})

test('looking at a meeting that is due shows it live within seconds, and asks GoTo every three at most', async () => {
  const asked = () => portal.sandbox.calls().filter(({ path }) => path.endsWith('/upcomingMeetings')).length
  const before = asked()
  expect((await getMeetingDetail(olivia, next.id)).state).toBe('scheduled')
  expect(asked() - before).toBe(1)
  await Promise.all(Array.from({ length: 10 }, () => getMeetingDetail(olivia, next.id)))
  await getMeetingDetail(erin, next.id)
  expect(asked() - before).toBe(1)
  start()
  expect((await getMeetingDetail(erin, next.id)).state).toBe('scheduled')
  expect(await getMeetingDetail(olivia, next.id)).toMatchObject({ state: 'live', stateFrom: 'goto' })
})

function detailsAsked(): number {
  const path = `/meetings/${next.gotoMeetingId}`
  return portal.sandbox.calls().filter((call) => call.method === 'GET' && call.path.endsWith(path)).length
}

/** What nobody read from GoTo. */
function assumePassword() {
  return db().meeting.updateMany({
    where: { gotoMeetingId: BigInt(next.gotoMeetingId) },
    data: { passwordRequired: true },
  })
}

test('the organizer’s first look fetches once what GoTo’s list leaves out', async () => {
  await assumePassword()
  expect((await getMeetingDetail(erin, next.id)).passwordRequired).toBe(true)
  expect(detailsAsked()).toBe(0)
  expect((await getMeetingDetail(olivia, next.id)).passwordRequired).toBe(false)
  await getMeetingDetail(olivia, next.id)
  expect(detailsAsked()).toBe(1)
})

test('what GoTo can’t report now doesn’t hold up the page, and is not asked for at every look', async () => {
  await assumePassword()
  portal.sandbox.fault('getMeeting', 503, { count: 100, retryAfterSeconds: 600 })
  expect(await getMeetingDetail(olivia, next.id)).toMatchObject({ id: next.id, passwordRequired: true })
  await getMeetingDetail(olivia, next.id)
  expect(detailsAsked()).toBe(1)
})

test('its page links to the captured session for those who may see it', async () => {
  const meeting = await db().meeting.findFirstOrThrow({ where: { gotoMeetingId: BigInt(next.gotoMeetingId) } })
  start()
  await readActive(worker)
  portal.sandbox.act(next.gotoMeetingId, 'end')
  portal.pass(1)
  await readActive(worker)
  const endedAt = portal.sandbox.now()
  const { id } = await db().session.create({
    data: {
      accountKey: meeting.accountKey,
      organizerId: meeting.organizerId,
      gotoMeetingId: BigInt(next.gotoMeetingId),
      meetingId: meeting.id,
      occurrenceId: next.id,
      subject: next.subject,
      kind: 'scheduled',
      startedAt: new Date(endedAt.getTime() - 60_000),
      endedAt,
      readAt: endedAt,
    },
  })
  expect((await getMeetingDetail(olivia, next.id)).state).toBe('ended')
  await db().session.update({ where: { id }, data: { attendeesReadAt: endedAt } })
  const captured = { state: 'captured', stateFrom: 'history', stateSince: endedAt.toISOString() }
  expect(await getMeetingDetail(olivia, next.id)).toMatchObject({
    ...captured,
    sessions: [{ id, hasAttendees: true }],
    can: { join: false },
  })
  expect(await getMeetingDetail(erin, next.id)).toMatchObject({ ...captured, sessions: [] })
})

test('who pressed Join: the required first, then the other invited, then everybody else', async () => {
  const { meetingId } = await db().occurrence.findUniqueOrThrow({ where: { id: next.id } })
  const mara = await portal.employee('mara@example.com')
  const zoe = await portal.employee('zoe@example.com')
  const invited = [
    { meetingId, personId: mara.personId, required: false },
    { meetingId, personId: zoe.personId, required: true },
  ]
  await db().invited.createMany({ data: invited })
  await joinMeeting(mara, next.id)
  await joinMeeting(erin, next.id)
  // A host may start before the window, and people come.
  await db().joinPress.updateMany({
    where: { personId: erin.personId },
    data: { at: new Date(portal.sandbox.now().getTime() - 3_600_000) },
  })
  const pressedAt = portal.sandbox.now().toISOString()
  const early = new Date(portal.sandbox.now().getTime() - 3_600_000).toISOString()
  const answer = await listAttendees(olivia, next.id)
  expect(answer).toMatchObject({
    invited: [
      { personId: zoe.personId, required: true, pressedAt: null },
      { personId: mara.personId, required: false, pressedAt },
    ],
    others: [{ personId: erin.personId, pressedAt: early }],
  })
  await expect(listAttendees(erin, next.id)).rejects.toMatchObject({ code: 'forbidden' })
})
