import { expect, test } from 'vitest'
import { attendeeOf } from '#components/history/parts/fixture.ts'
import { reportSorting, sortRows } from './sort.ts'

const attendees = [
  attendeeOf({ name: 'Zoë', minutes: 10, firstJoin: '2026-11-24T09:05:00.000Z' }),
  attendeeOf({ name: 'adam', minutes: 10, firstJoin: '2026-11-24T09:01:00.000Z' }),
  attendeeOf({ name: 'Bill', minutes: 48, firstJoin: '2026-11-24T09:03:00.000Z' }),
]
const names = (text: string) => sortRows(attendees, reportSorting.read(text)).map(({ name }) => name)

test('rows keep the report’s order, the required first, unless the address says otherwise', () => {
  expect(names('nonsense')).toEqual(['Zoë', 'adam', 'Bill'])
  expect(names('-role')).toEqual(['Bill', 'adam', 'Zoë'])
  expect(names('firstJoin')).toEqual(['adam', 'Bill', 'Zoë'])
  expect(names('-minutes')).toEqual(['Bill', 'adam', 'Zoë'])
  expect(names('name')).toEqual(['adam', 'Bill', 'Zoë'])
  expect(names('-name')).toEqual(['Zoë', 'Bill', 'adam'])
})

test('a row keeps its key however the rows are sorted', () => {
  const keys = (text: string) =>
    Object.fromEntries(sortRows(attendees, reportSorting.read(text)).map(({ key, name }) => [name, key]))
  expect(keys('-minutes')).toEqual(keys('name'))
})

test('pressing a header again reverses the order, and numbers start with the most', () => {
  const once = reportSorting.next(reportSorting.read(null), 'minutes')
  expect(reportSorting.write(once)).toBe('-minutes')
  expect(reportSorting.write(reportSorting.next(once, 'minutes'))).toBe('minutes')
  expect(reportSorting.write(reportSorting.next(once, 'role'))).toBeNull()
})
