import { afterEach, beforeEach, expect, test } from 'vitest'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { exportAttendance, exportHistory } from '#lib/history/files/export-list.ts'
import { listAttendance } from '#lib/history/list/list-attendance.ts'
import { listHistory } from '#lib/history/list/list-history.ts'
import { HistoryFilter } from '#lib/history/schema.ts'
import type { Turn } from '#lib/http/turns.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'

let portal: TestPortal
let happened: string[]

beforeEach(async () => {
  portal = await testPortal()
  happened = []
  setGotoFetch((request) => {
    happened.push('GoTo')
    return portal.sandbox.fetch(request)
  })
})
afterEach(() => portal.close())

const turn: Turn = async (run, isBegun = false) => {
  happened.push(isBegun ? 'page' : 'turn')
  const value = await run()
  happened.push('end')
  return value
}

/** Few sessions: on the busiest machine they are read before the answer is due. */
async function mine(): Promise<HistoryFilter> {
  const { personId } = await portal.connected('olivia@example.com')
  happened = []
  return HistoryFilter.parse({ organizer: personId, from: '2026-11-23', to: '2026-11-24' })
}

test.each([
  ['history', listHistory],
  ['attendance', listAttendance],
])('a list of %s takes its turn for the database, not while it waits for GoTo', async (_, list) => {
  await list(portal.adam, await mine(), turn)
  expect(happened).toContain('GoTo')
  expect(happened.filter((what, nth) => what !== happened[nth - 1])).toEqual(['GoTo', 'turn', 'end'])
})

test.each([
  ['history', exportHistory],
  ['attendance', exportAttendance],
])('a file of %s takes a turn for each page, which is not refused once the file has begun', async (_, exported) => {
  const { body } = await exported(portal.adam, await mine(), { format: 'csv' }, turn)
  expect(happened.filter((what, nth) => what !== happened[nth - 1])).toEqual(['GoTo', 'turn', 'end'])
  happened = []
  for await (const _lines of body);
  expect(happened.slice(0, 2)).toEqual(['page', 'end'])
})
