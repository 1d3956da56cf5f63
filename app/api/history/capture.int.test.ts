import ExcelJS from 'exceljs'
import papa from 'papaparse'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SystemActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { forgetBudgets } from '#lib/goto/budget.ts'
import { listHistory } from '#lib/history/list/list-history.ts'
import { captureEndedRoom } from '#lib/history/reading/capture-ended-room.ts'
import { captureSessions } from '#lib/history/reading/capture-sessions.ts'
import { readMeetings } from '#lib/meetings/reading/read-meetings.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { GET as getAttendanceCsv } from '../attendance.csv/route.ts'
import { GET } from './[id]/route.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }
let portal: TestPortal

beforeEach(async () => {
  portal = await testPortal()
  portal.sandbox.settings({ historyDelaySeconds: 30 })
})
afterEach(() => portal.close())

/** Two guests with messy names, one of whom leaves and comes back; then Foyer notices the end. */
async function holdAndEnd() {
  const room = await db().meeting.findFirstOrThrow({
    where: { kind: 'room', organizer: { email: 'olivia@example.com' } },
  })
  const gotoMeetingId = String(room.gotoMeetingId)
  const { sandbox } = portal
  sandbox.act(gotoMeetingId, 'start')
  await readMeetings(worker)
  sandbox.act(gotoMeetingId, 'join', { name: '=Ann “Ænn” O’Neill (Guest)', email: 'ann@guest.example' })
  sandbox.act(gotoMeetingId, 'join', { name: 'BOB   iPhone' })
  portal.pass(2)
  sandbox.act(gotoMeetingId, 'leave', { name: 'BOB   iPhone' })
  portal.pass(1)
  sandbox.act(gotoMeetingId, 'join', { name: 'bob iphone' })
  portal.pass(2)
  sandbox.act(gotoMeetingId, 'end')
  await readMeetings(worker)
  return { organizerId: room.organizerId, gotoMeetingId, meetingId: room.id }
}

test('after the end the report is there as soon as GoTo has it, and until then Foyer keeps looking', async () => {
  const { organizerId, gotoMeetingId, meetingId } = await holdAndEnd()
  const early = captureEndedRoom(worker, { organizerId, gotoMeetingId })
  await expect(early).rejects.toMatchObject({ code: 'upstream_unavailable', retryAfterSeconds: 2 })
  portal.pass(0.25)
  const again = captureEndedRoom(worker, { organizerId, gotoMeetingId })
  await expect(again).rejects.toMatchObject({ retryAfterSeconds: 15 })
  const version = await db().listVersion.findUniqueOrThrow({ where: { name: 'meetings' } })
  portal.pass(0.5)
  expect(await captureEndedRoom(worker, { organizerId, gotoMeetingId })).toEqual({ isCaptured: true })
  const session = await db().session.findFirstOrThrow({
    where: { gotoMeetingId: BigInt(gotoMeetingId) },
    orderBy: { startedAt: 'desc' },
  })
  expect(session.meetingId).toBe(meetingId)
  expect(await db().attendance.count({ where: { sessionId: session.id } })).toBe(3)
  expect(await db().outboxEvent.count({ where: { kind: 'session.captured', key: session.id } })).toBe(1)
  const after = await db().listVersion.findUniqueOrThrow({ where: { name: 'meetings' } })
  expect(after.version).toBeGreaterThan(version.version)
})

test('an end the event missed is found by the scheduled job, once', async () => {
  const { gotoMeetingId } = await holdAndEnd()
  expect(await captureSessions(worker)).toEqual({ tried: 1, captured: 0 })
  portal.pass(1)
  expect(await captureSessions(worker)).toEqual({ tried: 1, captured: 1 })
  expect(await captureSessions(worker)).toEqual({ tried: 0, captured: 0 })
  expect(
    await db().session.count({ where: { gotoMeetingId: BigInt(gotoMeetingId), attendeesReadAt: { not: null } } }),
  ).toBeGreaterThan(0)
})

test('the scheduled job waits behind people waiting for an answer, and runs when GoTo is free', async () => {
  const room = await holdAndEnd()
  portal.pass(1)
  // All that GoTo allows is taken for the next minute, longer than anybody waits for a page, and nothing is put by.
  forgetBudgets()
  await db().requestBudget.updateMany({ data: { nextAtMs: Date.now() + 60_000 } })
  const looking = captureSessions(worker)
  // Several refusals one after the other: by the last of them the clock's job has asked as well.
  for (let nth = 0; nth < 3; nth += 1)
    await expect(captureEndedRoom(worker, room)).rejects.toMatchObject({ code: 'rate_limited' })
  await db().requestBudget.updateMany({ data: { nextAtMs: 0 } })
  // The next call finds that GoTo answers again, and those that wait go with it.
  expect(await captureEndedRoom(worker, room)).toEqual({ isCaptured: true })
  expect(await looking).toEqual({ tried: 1, captured: 1 })
})

test('the downloads hold what happened, to the second, as other programs read them', async () => {
  const { organizerId, gotoMeetingId } = await holdAndEnd()
  portal.pass(1)
  await captureEndedRoom(worker, { organizerId, gotoMeetingId })
  const olivia = await portal.connected('olivia@example.com')
  const { id } = await db().session.findFirstOrThrow({
    where: { gotoMeetingId: BigInt(gotoMeetingId) },
    orderBy: { startedAt: 'desc' },
  })
  const get = (name: string, query = '') =>
    GET(portal.request(olivia, `/api/history/${name}${query}`), { params: Promise.resolve({ id: name }) })

  const csv = await get(`${id}.csv`)
  expect(csv.headers.get('content-disposition')).toMatch(
    /^attachment; filename="[^"]+ 2026-11-24 1000\.csv"; filename\*=UTF-8''/,
  )
  const bytes = new Uint8Array(await csv.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const people = papa.parse<Record<string, string>>(new TextDecoder().decode(bytes), {
    header: true,
    skipEmptyLines: true,
  })
  expect(people.errors).toEqual([])
  expect(people.data).toMatchObject([
    {
      Name: "'=Ann “Ænn” O’Neill (Guest)",
      'E-mail': 'ann@guest.example',
      Minutes: '5',
      Share: '1',
      'First join': '2026-11-24T10:00:00+01:00',
    },
    { Name: 'BOB   iPhone', 'E-mail': '', Minutes: '4', Share: '0.8', 'Last leave': '2026-11-24T10:05:00+01:00' },
  ])
  const stays = papa.parse<Record<string, string>>(await (await get(`${id}.csv`, '?rows=intervals&zone=UTC')).text(), {
    header: true,
    skipEmptyLines: true,
  })
  expect(stays.data.map(({ Joined, Left, Seconds }) => [Joined, Left, Seconds])).toEqual([
    ['2026-11-24T09:00:00+00:00', '2026-11-24T09:05:00+00:00', '300'],
    ['2026-11-24T09:00:00+00:00', '2026-11-24T09:02:00+00:00', '120'],
    ['2026-11-24T09:03:00+00:00', '2026-11-24T09:05:00+00:00', '120'],
  ])

  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await (await get(`${id}.xlsx`)).arrayBuffer())
  expect(book.worksheets.map(({ name }) => name)).toEqual(['People', 'Stays'])
  const sheet = book.getWorksheet('People')
  expect(sheet?.getCell('B3').value).toEqual(new Date('2026-11-24T10:00:00Z'))
  expect(sheet?.getCell('B5').value).toBe('Europe/Berlin')
  const ann = sheet?.getRow(8)
  expect(ann?.getCell(1).value).toBe('=Ann “Ænn” O’Neill (Guest)')
  expect(ann?.getCell(1).type).not.toBe(ExcelJS.ValueType.Formula)
  expect(ann?.getCell(7).value).toEqual(new Date('2026-11-24T10:00:00Z'))
  expect(sheet?.getRow(9).getCell(9).value).toBe(4)
  expect(book.getWorksheet('Stays')?.rowCount).toBe(10)

  const list = await getAttendanceCsv(portal.request(olivia, '/api/attendance.csv?from=2026-11-24'))
  const rows = papa.parse<Record<string, string>>(await list.text(), { header: true, skipEmptyLines: true })
  expect(rows.data.filter((row) => row['Meeting ID'] === gotoMeetingId).length).toBeGreaterThanOrEqual(2)
  expect(await db().auditEntry.count({ where: { action: 'session.exported' } })).toBe(4)
  const erin = await portal.employee('erin@example.com')
  const refused = await GET(portal.request(erin, `/api/history/${id}.csv`), {
    params: Promise.resolve({ id: `${id}.csv` }),
  })
  expect(refused.status).toBe(403)
  const unknown = await get(`${id}.exe`)
  expect(unknown.status).toBe(404)
})

/** A room of Olivia's that is held for thirty hours. */
async function holdForDays(): Promise<string> {
  const room = await db().meeting.findFirstOrThrow({
    where: { kind: 'room', organizer: { email: 'olivia@example.com' } },
  })
  const gotoMeetingId = String(room.gotoMeetingId)
  portal.sandbox.act(gotoMeetingId, 'start')
  for (let hour = 0; hour < 30; hour += 1) {
    await readMeetings(worker)
    portal.pass(60)
  }
  portal.sandbox.act(gotoMeetingId, 'end')
  await readMeetings(worker)
  return gotoMeetingId
}

test('a session longer than a day is found as soon as it is over', async () => {
  const gotoMeetingId = await holdForDays()
  portal.pass(2)
  await captureSessions(worker)
  const session = await db().session.findFirstOrThrow({
    where: { gotoMeetingId: BigInt(gotoMeetingId) },
    orderBy: { startedAt: 'desc' },
  })
  expect((Number(session.endedAt) - session.startedAt.getTime()) / 3_600_000).toBe(30)
})

test('a session longer than a day is also found in the history if nobody could look for it at its end', async () => {
  const olivia = await portal.connected('olivia@example.com')
  await listHistory(olivia, {})
  const gotoMeetingId = await holdForDays()
  // Somebody looks at the past while GoTo has not reported it: the stretch up to now counts as read.
  portal.sandbox.settings({ historyDelaySeconds: 2 * 86_400 })
  await listHistory(olivia, {})
  portal.pass(60 * 49)
  const held = (await listHistory(olivia, {})).items.filter((item) => item.gotoMeetingId === gotoMeetingId)
  expect(held[0]?.minutes).toBe(1_800)
})

test('a session longer than a day is found although its room was in use again before GoTo reported it', async () => {
  portal.sandbox.settings({ historyDelaySeconds: 600 })
  const gotoMeetingId = await holdForDays()
  portal.pass(1)
  portal.sandbox.act(gotoMeetingId, 'start')
  await readMeetings(worker)
  await captureSessions(worker)
  expect(await lengthsOf(gotoMeetingId)).toEqual([])
  portal.pass(12)
  // The second run is still going on.
  await captureSessions(worker)
  expect(await lengthsOf(gotoMeetingId)).toEqual([1_800])
  portal.pass(18)
  portal.sandbox.act(gotoMeetingId, 'end')
  await readMeetings(worker)
  portal.pass(12)
  await captureSessions(worker)
  expect(await lengthsOf(gotoMeetingId)).toEqual([30, 1_800])
})

test('two sessions of one room that are reported together are both found, whichever event comes first', async () => {
  portal.sandbox.settings({ historyDelaySeconds: 3_600 })
  const gotoMeetingId = await holdForDays()
  const { organizerId } = await db().meeting.findFirstOrThrow({ where: { gotoMeetingId: BigInt(gotoMeetingId) } })
  portal.pass(1)
  portal.sandbox.act(gotoMeetingId, 'start')
  await readMeetings(worker)
  const looking = captureEndedRoom(worker, { organizerId, gotoMeetingId })
  await expect(looking).rejects.toMatchObject({ code: 'upstream_unavailable' })
  portal.pass(30)
  portal.sandbox.act(gotoMeetingId, 'end')
  await readMeetings(worker)
  portal.pass(62)
  expect(await captureEndedRoom(worker, { organizerId, gotoMeetingId })).toEqual({ isCaptured: true })
  expect(await lengthsOf(gotoMeetingId)).toEqual([30, 1_800])
})

test('a session longer than a day, used again at once, is also found by whoever looks at the past', async () => {
  portal.sandbox.settings({ historyDelaySeconds: 2 * 86_400 })
  const olivia = await portal.connected('olivia@example.com')
  await listHistory(olivia, {})
  const gotoMeetingId = await holdForDays()
  portal.pass(1)
  portal.sandbox.act(gotoMeetingId, 'start')
  await readMeetings(worker)
  portal.pass(30)
  portal.sandbox.act(gotoMeetingId, 'end')
  await readMeetings(worker)
  await listHistory(olivia, {})
  portal.pass(60 * 49)
  const held = (await listHistory(olivia, {})).items.filter((item) => item.gotoMeetingId === gotoMeetingId)
  expect(held.slice(0, 2).map(({ minutes }) => minutes)).toEqual([30, 1_800])
})

/** In minutes, of what was held just now, the newest first. */
async function lengthsOf(gotoMeetingId: string): Promise<number[]> {
  const sessions = await db().session.findMany({
    where: { gotoMeetingId: BigInt(gotoMeetingId), startedAt: { gte: new Date('2026-11-24T09:00:00Z') } },
    orderBy: { startedAt: 'desc' },
  })
  return sessions.map(({ startedAt, endedAt }) => (Number(endedAt) - startedAt.getTime()) / 60_000)
}
