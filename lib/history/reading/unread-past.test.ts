import { expect, test } from 'vitest'
import { isPartlyRead, readUnread, withUnread } from './unread-past.ts'

const day = (text: string) => new Date(`2026-11-${text}T00:00:00Z`)
const october = { from: new Date('2026-10-01T00:00:00Z'), to: day('01') }
const november = { from: day('01'), to: day('24') }
const odd = { id: '123456789', because: 'endTime is not a time' }

test('unreadable rows are remembered with their stretch until it is read again without them', () => {
  const before = withUnread([], november, [odd, { id: null, because: 'the row is of another type' }])
  expect(before.map(({ id }) => id)).toEqual(['123456789', null])
  expect(withUnread(before, october, [])).toEqual(before)
  expect(withUnread(before, november, [])).toEqual([])
})

test('the recent days are read again and again: the same odd row is counted once', () => {
  const before = withUnread([], november, [odd])
  const after = withUnread(before, { from: day('23'), to: day('25') }, [odd])
  expect(after).toEqual(before)
})

test('a period is partly read if something in it could not be read', () => {
  const unread = withUnread([], november, [odd])
  expect(isPartlyRead(unread, { from: null, to: day('25') })).toBe(true)
  expect(isPartlyRead(unread, { from: day('20'), to: day('25') })).toBe(true)
  expect(isPartlyRead(unread, october)).toBe(false)
})

test('entries another Foyer version left in another shape are ignored', () => {
  expect(readUnread([{ row: 1 }])).toEqual([])
  expect(readUnread(null)).toEqual([])
})
