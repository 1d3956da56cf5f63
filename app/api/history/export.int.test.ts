import ExcelJS from 'exceljs'
import papa from 'papaparse'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { claimReading } from '#lib/history/reading/claim-reading.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { workAsked } from '#lib/testing/work-asked.ts'
import { GET as getAttendance } from '../attendance.csv/route.ts'
import { GET as getAttendanceBook } from '../attendance.xlsx/route.ts'
import { GET as getHistory } from '../history.csv/route.ts'
import { GET as getHistoryBook } from '../history.xlsx/route.ts'
import { GET as getPage } from './route.ts'

let portal: TestPortal
let adam: UserActor

beforeEach(async () => {
  portal = await testPortal()
  adam = portal.adam
})
afterEach(() => portal.close())

const addresses = [
  ['/api/history.csv', getHistory],
  ['/api/attendance.csv', getAttendance],
] as const

test.each(addresses)('%s is no file while GoTo is being read, and then it is complete', async (path, get) => {
  const olivia = await db().organizer.findFirstOrThrow({ where: { email: 'olivia@example.com' } })
  // Another reader is at it.
  await claimReading([olivia.id])
  const ask = () => get(portal.request(adam, `${path}?organizer=${olivia.personId}`), { params: Promise.resolve({}) })
  const early = await ask()
  expect(early.status).toBe(503)
  expect(early.headers.get('retry-after')).toBe('5')
  expect(await early.json()).toMatchObject({ code: 'upstream_unavailable', detail: expect.stringContaining('again') })
  expect(await db().auditEntry.count({ where: { action: 'session.exported' } })).toBe(0)
  // The reading is done, or it died: the next request reads.
  portal.pass(1)
  await ask()
  await workAsked()
  const whole = await ask()
  expect(whole.status).toBe(200)
  const { data } = papa.parse<string[]>(await whole.text(), { skipEmptyLines: true })
  // The header, and every line as long as it.
  expect(data.length).toBeGreaterThan(1)
  expect(new Set(data.map(({ length }) => length))).toEqual(new Set([data[0]?.length]))
  expect(data.slice(1).every((line) => line[2] === olivia.name)).toBe(true)
})

test('a file says in its last line whose past could not be read', async () => {
  portal.sandbox.fault('*', 503, { count: 1_000, retryAfterSeconds: 600 })
  const people = await db().organizer.findMany({
    where: { email: { in: ['olivia@example.com', 'mara@example.com'] } },
    orderBy: { name: 'asc' },
  })
  const organizer = people.map(({ personId }) => personId).join(',')
  const answer = await getHistory(portal.request(adam, `/api/history.csv?organizer=${organizer}`), {
    params: Promise.resolve({}),
  })
  const { data, errors } = papa.parse<string[]>(await answer.text(), { skipEmptyLines: true })
  expect(errors).toEqual([])
  expect(data.at(-1)?.[0]).toBe(`Not read from GoTo: ${people.map(({ name }) => name).join(', ')}`)
  expect(data.at(-1)).toHaveLength(data[0]?.length ?? 0)
})

const pairs = [
  ['history', getHistory, getHistoryBook],
  ['attendance', getAttendance, getAttendanceBook],
] as const

test.each(pairs)('%s.xlsx has the lines of its CSV, names its zone and is audited', async (name, getCsv, getXlsx) => {
  const params = { params: Promise.resolve({}) }
  const ask = (get: typeof getCsv, file: string) => get(portal.request(adam, `/api/${name}.${file}`), params)
  await ask(getCsv, 'csv?zone=Europe/Berlin&all=1')
  await workAsked()
  portal.pass(10)
  const csv = await (await ask(getCsv, 'csv?zone=Europe/Berlin&all=1')).text()
  const { data } = papa.parse<string[]>(csv.replace('\uFEFF', ''), { skipEmptyLines: true })
  const answer = await ask(getXlsx, 'xlsx?zone=Europe/Berlin&all=1')
  expect(answer.headers.get('content-disposition')).toMatch(/\.xlsx"/)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await answer.arrayBuffer())
  const rows = book.worksheets[0]?.getSheetValues().slice(1) as ExcelJS.CellValue[][]
  expect(rows[0]?.slice(1)).toEqual(['Time zone', 'Europe/Berlin'])
  const titles = rows.findIndex((row) => row?.[1] === 'Subject')
  expect(rows[titles]?.slice(1)).toEqual(data[0])
  const lines = data.slice(1).filter((line) => line.slice(1).some(Boolean))
  expect(lines.length).toBeGreaterThan(3)
  // The wall clock of the zone, which a CSV has with its offset.
  const shown = (value: ExcelJS.CellValue | undefined) =>
    value instanceof Date
      ? new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19)
      : String(value ?? '')
  const stated = (text: string) =>
    /^\d{4}-\d\d-\d\dT/.test(text) ? text.slice(0, 19) : text.replace(/^'(?=[=+\-@])/, '')
  expect(rows.slice(titles + 1).map((row) => lines[0]?.map((_, nth) => shown(row[nth + 1])))).toEqual(
    lines.map((line) => line.map(stated)),
  )
  const entries = await db().auditEntry.findMany({ where: { action: 'session.exported' }, orderBy: { id: 'asc' } })
  expect(entries.at(-1)?.details).toMatchObject({ format: 'xlsx' })
})

test('a file of sessions has as many people in each as the list, also where their report counts them', async () => {
  const params = { params: Promise.resolve({}) }
  await getPage(portal.request(adam, '/api/history?all=1'), params)
  await workAsked()
  portal.pass(10)
  // Two whom GoTo counts are notetakers.
  await db().session.updateMany({ data: { attendeesReadAt: new Date(), attendeeCount: 43, people: 41 } })
  const page = await getPage(portal.request(adam, '/api/history?all=1&limit=50'), params)
  const { items } = (await page.json()) as { items: { people: number | null }[] }
  const csv = await (await getHistory(portal.request(adam, '/api/history.csv?all=1'), params)).text()
  const { data } = papa.parse<Record<string, string>>(csv.replace('\uFEFF', ''), { header: true, skipEmptyLines: true })
  // Without the last line, which says what is missing.
  const lines = data.filter((line) => line['Meeting ID'])
  expect(items.length).toBeGreaterThan(1)
  expect(items.every(({ people }) => people === 41)).toBe(true)
  expect(lines.length).toBeGreaterThanOrEqual(items.length)
  expect(lines.every((line) => line.People === '41')).toBe(true)
})

test('a workbook of a list has the clock that is asked for, and says what could not be read', async () => {
  portal.sandbox.fault('*', 503, { count: 1_000, retryAfterSeconds: 600 })
  const olivia = await db().organizer.findFirstOrThrow({ where: { email: 'olivia@example.com' } })
  const answer = await getHistoryBook(portal.request(adam, `/api/history.xlsx?clock=12&organizer=${olivia.personId}`), {
    params: Promise.resolve({}),
  })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await answer.arrayBuffer())
  const [sheet] = book.worksheets
  expect(sheet?.getRow(2).values).toEqual([undefined, 'Not complete', `Not read from GoTo: ${olivia.name}`])
})

test('a list is separated as asked, and nothing else is taken for a separator', async () => {
  const params = { params: Promise.resolve({}) }
  const ask = (query: string) => getHistory(portal.request(adam, `/api/history.csv?${query}`), params)
  await ask('all=1')
  await workAsked()
  portal.pass(10)
  const [heading = ''] = (await (await ask('all=1&separator=semicolon')).text()).split('\r\n')
  expect(heading.split(';')).toContain('Meeting ID')
  expect((await ask('separator=pipe')).status).toBe(422)
})
