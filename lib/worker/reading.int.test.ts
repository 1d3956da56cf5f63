import { afterEach, expect, test } from 'vitest'
import type { SystemActor } from '#lib/auth/actor.ts'
import { sealToken } from '#lib/connections/secrets.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { gotoClient } from '#lib/goto/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { getJoinState } from '#lib/meetings/join/get-join-state.ts'
import { joinById } from '#lib/meetings/join/join-by-id.ts'
import { joinMeeting } from '#lib/meetings/join/join-meeting.ts'
import { listMeetings } from '#lib/meetings/list/list-meetings.ts'
import { readActive } from '#lib/meetings/reading/read-active.ts'
import { readEach, readMeetings } from '#lib/meetings/reading/read-meetings.ts'
import { readOrganizerMeetings } from '#lib/meetings/reading/read-organizer-meetings.ts'
import { readOrganizers } from '#lib/organizers/read-organizers.ts'
import { writeSetting } from '#lib/settings/write-setting.ts'
import { makeOrganizer } from '#lib/testing/company.ts'
import { testPortal, type UnreadPortal, unreadPortal } from '#lib/testing/portal.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }
let portal: UnreadPortal

afterEach(() => portal.close())

async function readAll() {
  await readOrganizers(worker)
  return readMeetings(worker)
}

test('with a lent grant the whole company is read, and the list is what GoTo lists', async () => {
  portal = await unreadPortal()
  await portal.lender('adam@example.com')
  const erin = await portal.employee('erin@example.com')
  const round = await readAll()
  expect(round).toMatchObject({ failed: 0, unreachable: 0, held: 0 })
  const { items, coverage, asOf } = await listMeetings(erin, { limit: 200 })
  expect(coverage).toEqual({ source: 'administrator', organizers: 4, read: 4, missing: [], partly: [] })
  expect(asOf).toBe('2026-11-24T09:00:00.000Z')
  expect(items.map((meeting) => meeting.gotoMeetingId).sort()).toEqual(await listedAtGoto())
  expect(items.some((meeting) => meeting.organizer.email === 'olivia@example.com')).toBe(true)
  for (const meeting of items) expect(meeting.kind === 'room').toBe(meeting.startsAt === null)
})

/** What GoTo itself lists that is due: every organizer's planned meetings that are not over, and active ones. */
async function listedAtGoto(): Promise<string[]> {
  const { access_token } = portal.sandbox.tokenFor('adam@example.com', { limited: false })
  const goto = gotoClient({ accessToken: async () => access_token, lane: 'interactive' })
  const ids = new Set<string>()
  for (const { organizerKey } of (await goto.call('listOrganizers')).rows)
    for (const row of (await goto.call('listUpcomingMeetingsByOrganizer', { path: { organizerKey } })).rows) {
      const isDue = row.meetingType !== 'recurring' && (row.endTime ?? '') >= portal.sandbox.now().toISOString()
      if (row.status === 'ACTIVE' || isDue) ids.add(row.meetingId)
    }
  return [...ids].sort()
}

/** One that waits for somebody to act: a meeting of theirs that starts in a few minutes. */
async function nextOf(name: string) {
  const erin = await portal.employee('erin@example.com')
  const { items } = await listMeetings(erin, { q: name })
  const next = items.find((meeting) => meeting.startsAt !== null && meeting.state === 'scheduled')
  if (!next?.startsAt) throw new Error(`${name} has planned nothing.`)
  portal.pass((Date.parse(next.startsAt) - portal.sandbox.now().getTime()) / 60_000 - 5)
  return { erin, next }
}

test('a click on Join is recorded, waits, and is let in when the host starts', async () => {
  portal = await testPortal()
  const { erin, next } = await nextOf('Olivia')
  const pressed = await joinMeeting(erin, next.id)
  expect(pressed).toMatchObject({ state: 'waiting', joinUrl: `https://meet.goto.com/${next.gotoMeetingId}` })
  const presses = await db().joinPress.findMany()
  expect(presses).toMatchObject([
    { personId: erin.personId, occurrenceId: next.id, gotoMeetingId: BigInt(next.gotoMeetingId) },
  ])

  expect(await getJoinState(erin, next.id)).toMatchObject({
    state: 'waiting',
    asOf: portal.sandbox.now().toISOString(),
  })
  portal.sandbox.act(next.gotoMeetingId, 'start')
  expect((await getJoinState(erin, next.id)).state).toBe('waiting')
  portal.pass(0.1)
  expect((await getJoinState(erin, next.id)).state).toBe('live')
  portal.sandbox.act(next.gotoMeetingId, 'end')
  portal.pass(1)
  await readActive(worker)
  const ended = (await listMeetings(erin, { q: 'Olivia' })).items.find((meeting) => meeting.id === next.id)
  expect(ended).toMatchObject({ state: 'ended', can: { join: false } })
})

test('however many people wait, GoTo is asked about their organizer at most every three seconds', async () => {
  portal = await testPortal()
  const { erin, next } = await nextOf('Olivia')
  await joinMeeting(erin, next.id)
  const asked = () => portal.sandbox.calls().filter(({ path }) => path.endsWith('/upcomingMeetings')).length
  const before = asked()
  await Promise.all(Array.from({ length: 20 }, () => getJoinState(erin, next.id)))
  expect(asked() - before).toBe(1)
  portal.pass(2 / 60)
  await getJoinState(erin, next.id)
  expect(asked() - before).toBe(1)
  portal.pass(1 / 60)
  await getJoinState(erin, next.id)
  expect(asked() - before).toBe(2)
})

const lies: [string, () => Response | Promise<Response>][] = [
  ['an HTML page', () => new Response('<html>Maintenance</html>', { headers: { 'content-type': 'text/html' } })],
  ['cut off in the middle', () => new Response('[{"meetingId":"1234567')],
  ['of the wrong types', () => Response.json([{ meetingId: {}, startTime: 'soon', organizerKey: [] }])],
  ['something else altogether', () => Response.json('hello')],
  ['a refusal for too many requests', () => new Response(null, { status: 429 })],
  ['a server error', () => new Response(null, { status: 500 })],
  ['not allowed', () => Response.json({ int_err_code: 'Forbidden', msg: 'no' }, { status: 403 })],
  ['a connection that breaks', () => Promise.reject(new TypeError('fetch failed'))],
]

test.each(lies)('an organizer whose answer is %s is named, and everybody else is read', async (_, lie) => {
  portal = await testPortal()
  const erin = await portal.employee('erin@example.com')
  portal.pass(11)
  const { organizerKey } = await organizerOf('olivia@example.com')
  setGotoFetch((request) =>
    request.url.includes(`/${organizerKey}/`) ? Promise.resolve(lie()) : portal.sandbox.fetch(request),
  )
  const { read, failed, unreachable, removed } = await readMeetings(worker)
  expect({ read, notRead: failed + unreachable, removed }).toEqual({ read: 3, notRead: 1, removed: 0 })
  const { items, coverage, asOf } = await listMeetings(erin, { limit: 200 })
  expect(coverage).toEqual({ source: 'administrator', organizers: 4, read: 3, missing: ['Olivia Marsh'], partly: [] })
  expect(asOf).toBe('2026-11-24T09:11:00.000Z')
  expect(items.some((meeting) => meeting.organizer.email === 'olivia@example.com')).toBe(true)
})

function organizerOf(email: string) {
  return db().organizer.findFirstOrThrow({ where: { email } })
}

test('a failed round ends when its last reader ends', async () => {
  portal = await unreadPortal()
  await portal.lender('adam@example.com')
  await readOrganizers(worker)
  const organizers = await db().organizer.findMany()
  const nobody = '01900000-0000-7000-8000-000000000000'
  await expect(readEach([nobody, ...organizers.map(({ id }) => id)])).rejects.toThrow()
  expect(await db().organizer.count({ where: { readAt: null } })).toBe(0)
})

test('with GoTo down the list stays as it was, showing its age', async () => {
  portal = await testPortal()
  const erin = await portal.employee('erin@example.com')
  portal.pass(11)
  portal.sandbox.fault('*', 503, { count: 1_000, retryAfterSeconds: 600 })
  const round = await readMeetings(worker)
  expect(round).toMatchObject({ read: 0, failed: 4 })
  const { items, asOf, coverage } = await listMeetings(erin, { limit: 200 })
  expect(items.length).toBeGreaterThan(5)
  expect(asOf).toBe('2026-11-24T09:00:00.000Z')
  expect(coverage).toMatchObject({ source: 'administrator', organizers: 4, read: 0 })
  expect(coverage.missing).toHaveLength(4)
})

test('a grant that has ended is skipped for the next one; with none left the old list says so', async () => {
  portal = await testPortal()
  const erin = await portal.employee('erin@example.com')
  await makeWorthless('adam@example.com')
  const { source } = await readOne()
  expect(source).toBeNull()
  const { items, coverage } = await listMeetings(erin, { limit: 200 })
  expect(coverage.source).toBe('none')
  expect(items.length).toBeGreaterThan(5)

  await portal.connected('olivia@example.com')
  portal.pass(11)
  const round = await readMeetings(worker)
  expect(round).toMatchObject({ read: 1, unreachable: 3, failed: 0 })
  const own = await listMeetings(erin, { limit: 200 })
  expect(own.coverage).toMatchObject({ source: 'organizers', organizers: 4, read: 1 })
  expect(own.coverage.missing).not.toContain('Olivia Marsh')
  expect(await organizerOf('adam@example.com')).toMatchObject({ readFailure: 'not_connected' })

  await portal.lender('adam@example.com')
  expect(await readMeetings(worker)).toMatchObject({ read: 4, unreachable: 0 })
})

/** Makes the grant worthless at GoTo: neither token is accepted any longer. */
async function makeWorthless(email: string): Promise<void> {
  const row = await db().connection.findFirstOrThrow({ where: { email } })
  await db().connection.update({
    where: { id: row.id },
    data: {
      accessToken: sealToken(row.id, 'access_token', 'worthless'),
      refreshToken: sealToken(row.id, 'refresh_token', 'worthless'),
    },
  })
}

async function readOne() {
  const { id } = await organizerOf('olivia@example.com')
  return readOrganizerMeetings(id, 'background')
}

test('without an administrator, the organizers are those who connected, and the list is their own meetings', async () => {
  portal = await unreadPortal()
  await portal.connected('adam@example.com')
  await portal.connected('olivia@example.com')
  const erin = await portal.employee('erin@example.com')
  await readAll()
  const { items, coverage } = await listMeetings(erin, { limit: 200 })
  expect(coverage).toEqual({ source: 'organizers', organizers: 2, read: 2, missing: [], partly: [] })
  expect(new Set(items.map((meeting) => meeting.organizer.email))).toEqual(
    new Set(['adam@example.com', 'olivia@example.com']),
  )
})

test('however many organizers cannot be read, those who can get their turn', async () => {
  portal = await unreadPortal()
  const at = portal.sandbox.now()
  await portal.connected('adam@example.com')
  await readOrganizers(worker)
  const { id: ofAdam } = await organizerOf('adam@example.com')
  await db().organizer.update({ where: { id: ofAdam }, data: { triedAt: new Date(at.getTime() - 60_000) } })
  const unreachable = []
  for (let nth = 0; nth < 55; nth += 1) unreachable.push((await makeOrganizer(`Unreachable${nth}`)).id)
  for (const organizerId of [...unreachable, ofAdam]) {
    const meeting = { accountKey: '1', organizerId, subject: 'Due', kind: 'scheduled', createdAt: at, changedAt: at }
    const occurrence = { gotoMeetingId: 1n, startsAt: at, endsAt: new Date(at.getTime() + 3_600_000), zone: 'UTC' }
    await db().meeting.create({ data: { ...meeting, occurrences: { create: occurrence } } })
  }
  expect(await readActive(worker)).toEqual({ read: 50 })
  expect(await organizerOf('adam@example.com')).toMatchObject({ readAt: null })
  await readActive(worker)
  expect(await organizerOf('adam@example.com')).toMatchObject({ readAt: at })
})

test('a typed ID that is unknown still leads to GoTo, and the click is recorded', async () => {
  portal = await testPortal()
  const erin = await portal.employee('erin@example.com')
  const answer = await joinById(erin, { meetingId: '987 654 321' })
  expect(answer).toMatchObject({
    gotoMeetingId: '987654321',
    joinUrl: 'https://meet.goto.com/987654321',
    meeting: null,
  })
  expect(await db().joinPress.findMany()).toMatchObject([{ gotoMeetingId: 987_654_321n, meetingId: null }])
  await expect(joinById(erin, { meetingId: 'budget' })).rejects.toMatchObject({ code: 'invalid' })
  const { next } = await nextOf('Olivia')
  const known = await joinById(erin, { meetingId: next.gotoMeetingId })
  expect(known.meeting).toMatchObject({ id: next.id, state: 'waiting' })
})

test('the administrator’s choice of who sees meetings found at GoTo applies from the next reading on', async () => {
  portal = await testPortal()
  const erin = await portal.employee('erin@example.com')
  expect((await listMeetings(erin, {})).items.length).toBeGreaterThan(5)
  await inTransaction((tx) => writeSetting(tx, 'meetings.defaultVisibility', 'group', null))
  const { groupId } = await organizerOf('olivia@example.com')
  await db().group.update({ where: { id: groupId ?? '' }, data: { visibility: 'company' } })
  await readMeetings(worker)
  const { items } = await listMeetings(erin, { limit: 200 })
  expect(new Set(items.map((meeting) => meeting.organizer.email))).toEqual(new Set(['olivia@example.com']))
})
