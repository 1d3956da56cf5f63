import { expect, test } from 'vitest'
import { attendeeOf } from './fixture.ts'
import { defaultSort, nextSort, readSort, sortRows, writeSort } from './sort.ts'

const attendees = [
  attendeeOf({ name: 'Zoë', minutes: 10, firstJoin: '2026-11-24T09:05:00.000Z' }),
  attendeeOf({ name: 'adam', minutes: 10, firstJoin: '2026-11-24T09:01:00.000Z' }),
  attendeeOf({ name: 'Bill', minutes: 48, firstJoin: '2026-11-24T09:03:00.000Z' }),
]
const names = (text: string) => sortRows(attendees, readSort(text)).map(({ name }) => name)

test('rows stand as the report gives them, the required first, unless the address says otherwise', () => {
  expect(names('nonsense')).toEqual(['Zoë', 'adam', 'Bill'])
  expect(names('-role')).toEqual(['Bill', 'adam', 'Zoë'])
  expect(names('firstJoin')).toEqual(['adam', 'Bill', 'Zoë'])
  expect(names('-minutes')).toEqual(['Bill', 'adam', 'Zoë'])
  expect(names('name')).toEqual(['adam', 'Bill', 'Zoë'])
  expect(names('-name')).toEqual(['Zoë', 'Bill', 'adam'])
})

test('a row keeps its key however the rows are sorted', () => {
  const keys = (text: string) =>
    Object.fromEntries(sortRows(attendees, readSort(text)).map(({ key, name }) => [name, key]))
  expect(keys('-minutes')).toEqual(keys('name'))
})

test('the same header again turns the order round, and numbers begin with the most', () => {
  const once = nextSort(defaultSort, 'minutes')
  expect(writeSort(once)).toBe('-minutes')
  expect(writeSort(nextSort(once, 'minutes'))).toBe('minutes')
  expect(writeSort(nextSort(once, 'role'))).toBeNull()
})
