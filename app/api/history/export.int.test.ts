import papa from 'papaparse'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { claimReading } from '#lib/history/reading/claim-reading.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { workAsked } from '#lib/testing/work-asked.ts'
import { GET as getAttendance } from '../attendance.csv/route.ts'
import { GET as getHistory } from '../history.csv/route.ts'

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
