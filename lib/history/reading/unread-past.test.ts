import { expect, test } from 'vitest'
import type { SetAside } from '#lib/goto/contract/rows.ts'
import type { Stretch } from './reading-plan.ts'
import {
  isPartlyRead,
  planAgain,
  readUnread,
  stillUnread,
  triedAgain,
  type UnreadRow,
  withUnread,
} from './unread-past.ts'

const day = (text: string) => new Date(`2026-11-${text}T00:00:00Z`)
const october = { from: new Date('2026-10-01T00:00:00Z'), to: day('01') }
const november = { from: day('01'), to: day('24') }
const january = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-01-31T00:00:00Z') }
const read = (before: UnreadRow[], stretch: Stretch, found: SetAside[]) => withUnread(before, stretch, found, day('25'))
const odd = { id: '123456789', because: 'endTime is not a time' }

test('unreadable rows are remembered with their stretch until it is read again without them', () => {
  const before = read([], november, [odd, { id: null, because: 'the row is of another type' }])
  expect(before.map(({ id }) => id)).toEqual(['123456789', null])
  expect(read(before, october, [])).toEqual(before)
  expect(read(before, november, [])).toEqual([])
})

test('the same oddity in another month is another row', () => {
  for (const row of [odd, { id: null, because: odd.because }]) {
    const unread = read(read([], january, [row]), november, [row])
    expect(isPartlyRead(unread, january)).toBe(true)
    expect(isPartlyRead(unread, november)).toBe(true)
    expect(isPartlyRead(unread, october)).toBe(false)
  }
})

test('what recent days add to an overlapping stretch may hold another such row, until read without it', () => {
  const before = read([], november, [odd])
  const after = read(before, { from: day('23'), to: day('25') }, [odd])
  expect(after.slice(0, 1)).toEqual(before)
  expect(isPartlyRead(after, { from: day('24'), to: day('25') })).toBe(true)
  expect(read(after, { from: day('24'), to: day('26') }, [])).toEqual(before)
})

test('of a stretch with too many unreadable rows any meeting may be among them, and no other stretch is forgotten', () => {
  const many = Array.from({ length: 200 }, (_, nth) => ({ id: String(100_000 + nth), because: odd.because }))
  const unread = read(read([], january, [odd]), november, many)
  expect(unread.map(({ id }) => id)).toEqual([odd.id, null])
})

test('unreadable rows are tried again once a day, where somebody looks, and while GoTo keeps them', () => {
  const unread = read(read([], january, [odd]), november, [odd])
  const year = { from: january.from, to: november.to }
  const later = (hours: number) => new Date(day('25').getTime() + hours * 3_600_000)
  expect(planAgain(unread, year, [], later(23))).toEqual([])
  expect(planAgain(unread, year, [], later(24))).toEqual([january, november])
  expect(planAgain(unread, november, [], later(24))).toEqual([november])
  expect(planAgain(unread, year, [november], later(24))).toEqual([january])
  expect(planAgain(unread, year, [], later(24 * 90))).toEqual([november])
  expect(planAgain([], year, [], later(24))).toEqual([])
  const tried = triedAgain(unread, january, later(24))
  expect(planAgain(tried, year, [], later(24))).toEqual([november])
})

test('rows that another version could not read are tried again at once', () => {
  const old = readUnread([{ ...odd, from: november.from.toISOString(), to: november.to.toISOString() }])
  expect(planAgain(old, november, [], day('25'))).toEqual([november])
  const current = read([], november, [odd])
  expect(planAgain(current, november, [], day('25'))).toEqual([])
  expect(
    planAgain(
      current.map((row) => ({ ...row, rules: row.rules - 1 })),
      november,
      [],
      day('25'),
    ),
  ).toEqual([november])
})

test('what touches is tried again in one request, of a month at most', () => {
  const days = ['01', '02', '03', '05'].map((from) => ({
    from: day(from),
    to: new Date(day(from).getTime() + 86_400_000),
  }))
  const unread = days.flatMap((stretch) => read([], stretch, [odd]))
  expect(planAgain(unread, november, [], day('27'))).toEqual([
    { from: day('01'), to: day('04') },
    { from: day('05'), to: day('06') },
  ])
  const months = read(read([], october, [odd]), november, [odd])
  expect(planAgain(months, { from: october.from, to: november.to }, [], day('27'))).toEqual([october, november])
})

test('rows that are read again together stay as narrow as they were, however often', () => {
  const days = ['01', '02', '03', '04'].map((from) => ({
    from: day(from),
    to: new Date(day(from).getTime() + 86_400_000),
  }))
  const rows = days.map((_, nth) => ({ id: String(100_000_000 + nth), because: odd.because }))
  const nameless = { id: null, because: 'the row is of another type' }
  const unread = days.flatMap((stretch, nth) => read([], stretch, nth === 0 ? [odd, nameless] : [rows[nth] ?? odd]))
  const [together = november] = planAgain(unread, november, [], day('27'))
  expect(together).toEqual({ from: day('01'), to: day('05') })
  const spans = (of: readonly UnreadRow[]) => of.map(({ id, from, to }) => `${id} ${from} ${to}`).sort()
  const again = stillUnread(unread, together, [odd, nameless, ...rows.slice(1)], day('27'))
  expect(spans(again)).toEqual(spans(unread))
  expect(planAgain(again, november, [], day('27'))).toEqual([])
  // One is mended, and another is odd now.
  const mended = stillUnread(again, together, [odd, nameless, rows[1] ?? odd, { id: '5', because: 'new' }], day('28'))
  expect(mended.map(({ id }) => id).sort()).toEqual([...[odd, rows[1]].map((row) => row?.id), null, '5'].sort())
  expect(mended.find(({ id }) => id === '5')).toMatchObject({ from: days[0]?.from.toISOString() })
})

test('too many unreadable rows of one day stay those of one day', () => {
  const many = Array.from({ length: 200 }, (_, nth) => ({ id: String(100_000 + nth), because: odd.because }))
  const first = { from: day('01'), to: day('02') }
  const unread = [...read([], first, many), ...read([], { from: day('02'), to: day('03') }, [odd])]
  const again = stillUnread(unread, { from: day('01'), to: day('03') }, [...many, odd], day('27'))
  expect(again.map(({ id, from }) => [id, from])).toEqual([
    [null, day('01').toISOString()],
    [odd.id, day('02').toISOString()],
  ])
})

test('of a row whose time GoTo keeps in part, only that part is tried, once a day, and the rest stays unread', () => {
  const at = new Date(january.to.getTime() + 360 * 86_400_000)
  const since = new Date(at.getTime() - 366 * 86_400_000)
  const unread = read([], january, [odd])
  const year = { from: january.from, to: at }
  const [kept = january] = planAgain(unread, year, [], at)
  expect(kept).toEqual({ from: since, to: january.to })
  const later = new Date(at.getTime() + 5_000)
  expect(planAgain(triedAgain(unread, kept, later), year, [], later)).toEqual([])
  const mended = stillUnread(unread, kept, [], later)
  expect(mended).toMatchObject([{ from: january.from.toISOString(), to: since.toISOString() }])
  expect(planAgain(mended, year, [], later)).toEqual([])
})

test('a period is partly read if something in it could not be read', () => {
  const unread = read([], november, [odd])
  expect(isPartlyRead(unread, { from: null, to: day('25') })).toBe(true)
  expect(isPartlyRead(unread, { from: day('20'), to: day('25') })).toBe(true)
  expect(isPartlyRead(unread, october)).toBe(false)
})

test('entries another Foyer version left in another shape are ignored', () => {
  expect(readUnread([{ row: 1 }])).toEqual([])
  expect(readUnread(null)).toEqual([])
})
