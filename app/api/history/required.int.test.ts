import ExcelJS from 'exceljs'
import papa from 'papaparse'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { listAttendance } from '#lib/history/list/list-attendance.ts'
import { listHistory } from '#lib/history/list/list-history.ts'
import { getSession } from '#lib/history/session/get-session.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { workAsked } from '#lib/testing/work-asked.ts'
import { GET as getAttendanceCsv } from '../attendance.csv/route.ts'
import { GET } from './[id]/route.ts'

let portal: TestPortal
let olivia: UserActor
let id: string

/** Erin and Adam were required, Mara was not. A guest comes first, then Mara, and Erin last of all; Adam never. */
beforeEach(async () => {
  portal = await testPortal()
  const adam = portal.adam
  const erin = await portal.employee('erin@example.com')
  const mara = await portal.connected('mara@example.com')
  const room = await db().meeting.findFirstOrThrow({
    where: { kind: 'room', organizer: { email: 'olivia@example.com' } },
  })
  const invite = ({ personId }: UserActor, required: boolean) => ({ meetingId: room.id, personId, required })
  await db().invited.createMany({ data: [invite(erin, true), invite(adam, true), invite(mara, false)] })
  const gotoMeetingId = String(room.gotoMeetingId)
  portal.sandbox.act(gotoMeetingId, 'start')
  portal.sandbox.act(gotoMeetingId, 'join', { name: 'Guest' })
  portal.pass(1)
  portal.sandbox.act(gotoMeetingId, 'join', { name: 'Mara', email: 'mara@example.com' })
  portal.pass(1)
  portal.sandbox.act(gotoMeetingId, 'join', { name: 'Erin', email: 'erin@example.com' })
  portal.pass(5)
  portal.sandbox.act(gotoMeetingId, 'end')
  portal.pass(1)
  olivia = await portal.connected('olivia@example.com')
  await listAttendance(olivia, { from: '2026-11-24', zone: 'UTC' })
  await workAsked()
  id = (await listHistory(olivia, { q: gotoMeetingId })).items[0]?.id ?? ''
})
afterEach(() => portal.close())

const expected = [
  ['erin@example.com', 'required'],
  ['mara@example.com', 'optional'],
  ['', ''],
]

test('the report counts the required who came, and they stand first', async () => {
  const { attendees, required, missing } = await getSession(olivia, id)
  expect(attendees.map(({ email, required }) => [email ?? '', required ?? ''])).toEqual(expected)
  expect(required).toEqual({ invited: 2, present: 1, unknown: 1 })
  // The guest whom nobody could identify may be Adam.
  expect(missing).toMatchObject([{ required: true, state: 'unknown' }])
})

test('its files say the same in the same order, and list who was not seen', async () => {
  const [absent] = (await getSession(olivia, id)).missing
  const get = (name: string) =>
    GET(portal.request(olivia, `/api/history/${name}`), { params: Promise.resolve({ id: name.split('?')[0] }) })
  const lines = async (answer: Response) =>
    papa
      .parse<Record<string, string>>(await answer.text(), { header: true, skipEmptyLines: true })
      .data.map(({ 'E-mail': email, Invited, Presence, Name }) => [Presence === 'unknown' ? Name : email, Invited])
  expect(await lines(await get(`${id}.csv`))).toEqual([...expected, [absent?.name, 'required']])
  expect(await lines(await get(`${id}.csv?rows=intervals`))).toEqual(expected)
  const all = await lines(
    await getAttendanceCsv(portal.request(olivia, '/api/attendance.csv?from=2026-11-24&zone=UTC')),
  )
  expect(all.slice(0, 3)).toEqual(expected)

  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await (await get(`${id}.xlsx`)).arrayBuffer())
  const sheet = book.getWorksheet('People')
  expect([sheet?.getCell('A6').value, sheet?.getCell('B6').value]).toEqual(['Required present', '1 of 2, 1 unknown'])
  expect(sheet?.getCell('E8').value).toBe('Invited')
  const rows = [9, 10, 11].map((nth) => [3, 5].map((column) => sheet?.getRow(nth).getCell(column).value ?? ''))
  expect(rows).toEqual(expected)
  expect([1, 4, 5, 6, 7].map((column) => sheet?.getRow(12).getCell(column).value)).toEqual([
    absent?.name,
    null,
    'required',
    'unknown',
    null,
  ])
})

test('the workbook’s times stand by the clock of who reads it, the same instants in both', async () => {
  const started = async (query: string) => {
    const answer = await GET(portal.request(olivia, `/api/history/${id}.xlsx${query}`), {
      params: Promise.resolve({ id: `${id}.xlsx` }),
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await answer.arrayBuffer())
    return book.getWorksheet('People')?.getCell('B3')
  }
  const [plain, halfDays] = [await started('?zone=UTC'), await started('?zone=UTC&clock=12')]
  expect([plain?.numFmt, halfDays?.numFmt]).toEqual(['yyyy-mm-dd hh:mm:ss', 'yyyy-mm-dd h:mm:ss AM/PM'])
  expect(halfDays?.value).toEqual(plain?.value)
})
