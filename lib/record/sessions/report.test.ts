import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindOfName } from '#lib/record/who/kind-of-name.ts'
import { nameKey } from '#lib/record/who/name-key.ts'
import type { Stay } from '#lib/record/who/stay.ts'
import { report, unionMs } from './report.ts'

const start = Date.parse('2026-11-24T09:00:00Z')
const session = {
  startedAt: new Date(start),
  endedAt: new Date(start + 3_600_000),
  organizer: { personId: 'olivia', name: 'Olivia Marsh', email: 'olivia@example.com' },
  invited: [
    { personId: 'p', required: true },
    { personId: 'q', required: false },
  ],
}

let stayCount = 0

function stay(typedName: string, fromSecond: number, toSecond: number, more: Partial<Stay> = {}): Stay {
  stayCount += 1
  return {
    id: `stay-${stayCount}`,
    typedName,
    typedEmail: '',
    joinedAt: new Date(start + fromSecond * 1000),
    leftAt: new Date(start + toSecond * 1000),
    person: null,
    confidence: null,
    reasons: [],
    ...more,
  }
}

test('somebody who leaves and comes back is one row, with both stays kept', () => {
  const [ann, ...others] = report(session, [stay(' ANN  Guest', 600, 900), stay('Ann Guest', 60, 300)])
  expect(others).toEqual([])
  expect(ann).toMatchObject({ minutes: 9, share: 0.15, firstJoin: '2026-11-24T09:01:00.000Z' })
  expect(ann?.intervals).toHaveLength(2)
})

test('two people with one name who are there at once stay two, and nobody gets a third one’s minutes', () => {
  expect(report(session, [stay('Ann', 0, 600), stay('Ann', 300, 900), stay('Ann', 1_000, 1_400)])).toHaveLength(3)
  const typed = [stay('Ann', 0, 50, { typedEmail: 'a@x.example' }), stay('Ann', 60, 90, { typedEmail: 'b@x.example' })]
  expect(report(session, typed)).toHaveLength(2)
})

test('two unnamed callers in the same second have separate keys, in any order', () => {
  const callers = [stay('', 0, 100), stay('', 0, 100)]
  const keysOf = (stays: Stay[]) => report(session, stays).map(({ key }) => key)
  expect(new Set(keysOf(callers)).size).toBe(2)
  expect(keysOf(callers.toReversed()).sort()).toEqual(keysOf(callers).sort())
})

test('two devices with one address at once count once', () => {
  const typedEmail = 'ann@x.example'
  const rows = report(session, [stay('Ann', 0, 600, { typedEmail }), stay('Ann (phone)', 300, 900, { typedEmail })])
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ minutes: 15, share: 0.25 })
})

test('a stay that reaches beyond the session is shown as it is, with its share capped', () => {
  expect(report(session, [stay('Ann', -60, 3_700)])[0]).toMatchObject({
    share: 1,
    lastLeave: '2026-11-24T10:01:40.000Z',
  })
})

test('the organizer is identified by address or exact name, and comes first', () => {
  const rows = report(session, [stay('Ann', 0, 10), stay('olivia marsh', 5, 10)])
  expect(rows.map(({ role }) => role)).toEqual(['organizer', 'attendee'])
  const other = stay('Olivia Marsh', 0, 10, { typedEmail: 'other@x.example' })
  expect(report(session, [other])[0]?.role).toBe('attendee')
})

test('required come before optional, both before uninvited, and no unidentified attendee is called either', () => {
  const of = (id: string) => ({ person: { id, name: id } })
  const rows = report(session, [
    stay('Gus', 0, 100),
    stay('q', 10, 100, of('q')),
    stay('x', 20, 100, of('x')),
    stay('p', 30, 100, of('p')),
    stay('Olivia Marsh', 40, 100),
  ])
  expect(rows.map(({ name, required }) => [name, required])).toEqual([
    ['Olivia Marsh', null],
    ['p', 'required'],
    ['q', 'optional'],
    ['Gus', null],
    ['x', null],
  ])
})

const at = fc.integer({ min: 0, max: 3_500 })
const stays = fc.array(
  fc
    .record({
      name: fc.constantFrom(
        ...['Ann', ' ann', 'Ann Lee', 'Ann Ray', 'Lee, Ann', 'Bob', 'Bob (Guest)', 'Ann’s iPhone', ''],
        ...['Guest', 'guest', 'iPhone', '+49 30 ***12', 'Otter.ai', 'Ann’s Notetaker', 'OTTER.AI'],
      ),
      email: fc.constantFrom('', '', 'a@x.example', 'A@X.example ', 'b@x.example'),
      person: fc.constantFrom(null, null, null, 'Ann Lee', 'Bob'),
      from: at,
      length: fc.integer({ min: 0, max: 2_000 }),
      grain: fc.constantFrom(1, 1_800),
      unknown: fc.constantFrom('', '', '', '', 'joinedAt', 'leftAt'),
    })
    // Few enough times that some rows are copies of others.
    .map((one) => ({ ...one, from: one.from - (one.from % one.grain), length: one.length - (one.length % one.grain) }))
    .map(({ name, email, person, from, length, unknown }) =>
      stay(name, from, from + length, {
        typedEmail: email,
        person: person === null ? null : { id: person, name: person },
        confidence: person === null ? null : 1,
        reasons: person === null ? [] : ['same e-mail'],
        ...(unknown === '' ? {} : { [unknown]: null }),
      }),
    ),
  { maxLength: 12 },
)

test('no stay is lost or repeated, every name is shown, nobody is two rows, and the order changes nothing', () => {
  fc.assert(
    fc.property(stays, fc.infiniteStream(fc.nat()), (all, order) => {
      const shuffled = all
        .map((row) => ({ row, at: order.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ row }) => row)
      const reported = report(session, all)
      expect(sorted(report(session, shuffled))).toEqual(sorted(reported))
      expect(new Set(reported.map(({ key }) => key)).size).toBe(reported.length)
      const spans = (intervals: readonly { joinedAt: unknown; leftAt: unknown }[]) =>
        sorted(intervals.map(({ joinedAt, leftAt }) => ({ joinedAt, leftAt })))
      expect(spans(reported.flatMap(({ intervals }) => intervals))).toEqual(spans(once(all)))
      const seen = new Set(reported.flatMap(({ typedName, alsoTyped }) => [typedName, ...alsoTyped].map(nameKey)))
      expect(all.filter(({ typedName }) => typedName !== '' && !seen.has(nameKey(typedName)))).toEqual([])
      const people = reported.flatMap(({ personId }) => personId ?? [])
      expect(new Set(people).size).toBe(people.length)
      for (const row of reported) {
        if (row.personId !== null) expect(row.kind).toBe('person')
        expect(row.mayBe === null).toBe(row.kind !== 'placeholder')
        expect(row.mayBeAtLeast ?? 1).toBeLessThanOrEqual(row.mayBe ?? 1)
        expect(row.confidence === null).toBe(row.personId === null)
      }
    }),
    { numRuns: 500 },
  )
})

test('nobody vanishes behind one address: two names there at once are never one row', () => {
  const names = fc.constantFrom('Ann Lee', 'Bob Ray', 'Cat May')
  const one = fc.record({ name: names, from: at, length: fc.integer({ min: 121, max: 2_000 }) })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 6 }), (typed) => {
      const rows = report(
        session,
        typed.map(({ name, from, length }) => stay(name, from, from + length, { typedEmail: 'info@x.example' })),
      )
      const isAtOnce = typed.some((a) =>
        typed.some(
          (b) => a.name !== b.name && Math.min(a.from + a.length, b.from + b.length) - Math.max(a.from, b.from) > 120,
        ),
      )
      expect(rows).toHaveLength(isAtOnce ? new Set(typed.map(({ name }) => name)).size : Math.min(1, typed.length))
      const isShared = new Set(typed.map(({ name }) => name)).size > 1
      const note = isAtOnce ? 'shared-address' : isShared ? 'perhaps-shared-address' : null
      expect(rows.every((row) => row.note === note)).toBe(true)
    }),
  )
})

/** Without the rows that GoTo repeated: what names somebody is there once, or once for each person it was given to. */
function once(all: readonly Stay[]): Stay[] {
  const copies = (of: Stay) =>
    all.filter((one) =>
      (['typedName', 'typedEmail', 'joinedAt', 'leftAt'] as const).every(
        (fact) => one[fact]?.valueOf() === of[fact]?.valueOf(),
      ),
    )
  return all.filter((one) => {
    if (one.joinedAt === null || one.leftAt === null || kindOfName(one.typedName, '') !== 'name') return true
    const same = copies(one)
    if (one.person === null && same.some(({ person }) => person !== null)) return false
    return same.find(({ person }) => person?.id === one.person?.id) === one
  })
}

/** Identical rows have no order of their own. */
function sorted(rows: object[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort()
}

test('nobody is present longer than from their first join to their last leave', () => {
  fc.assert(
    fc.property(stays, (rows) => {
      for (const row of report(session, rows)) {
        if (row.minutes === null) continue
        expect(Math.round(row.minutes * 60_000)).toBeLessThanOrEqual(
          Date.parse(row.lastLeave ?? '') - Date.parse(row.firstJoin ?? '') + 3_000,
        )
        expect(row.share).toBeLessThanOrEqual(1)
      }
      const known = rows.filter(({ joinedAt, leftAt }) => joinedAt !== null && leftAt !== null)
      expect(unionMs(known)).toBeLessThanOrEqual(
        known.reduce((ms, row) => ms + Number(row.leftAt) - Number(row.joinedAt), 0),
      )
    }),
  )
})

test.each([
  ['different guests', (nth: number) => ({ name: `Guest ${nth}`, email: `g${nth}@x.example` })],
  ['guests of one name', () => ({ name: 'Guest', email: '' })],
  ['people of one name', () => ({ name: 'Ann Lee', email: '' })],
  ['names behind one address', (nth: number) => ({ name: `Ann ${nth} Lee`, email: 'info@x.example' })],
  ['one guest who comes back all the time', () => ({ name: 'Guest', email: 'g@x.example' })],
])('three thousand %s cost as much each as three hundred', (_, who) => {
  expect(looksPerStay(3_000, who)).toBeLessThan(2 * looksPerStay(300, who))
})

/** How often a report looks at a typed name or a time, per stay: the work that used to grow with the square. */
function looksPerStay(count: number, who: (nth: number) => { name: string; email: string }): number {
  let looks = 0
  const watch = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(on, name, receiver) {
        looks += 1
        return Reflect.get(on, name, receiver)
      },
    })
  const all = Array.from({ length: count }, (_, nth) => {
    const { name, email } = who(nth)
    return watch(stay(name, nth, nth + 2, { typedEmail: email }))
  })
  const rows = report(session, all)
  expect(rows.reduce((sum, { intervals }) => sum + intervals.length, 0)).toBe(count)
  return looks / count
}
