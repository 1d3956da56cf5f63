import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type KnownOrganizer, type OrganizerFacts, planOrganizers } from './plan-organizers.ts'

function facts(nth: number, over: Partial<OrganizerFacts> = {}): OrganizerFacts {
  const organizerKey = String(1000 + nth)
  return {
    organizerKey,
    name: `Name ${nth}`,
    email: `o${nth}@example.com`,
    groupKey: '1',
    status: 'active',
    maxAttendees: 26,
    ...over,
  }
}

function known(nth: number, over: Partial<KnownOrganizer> = {}): KnownOrganizer {
  return { ...facts(nth), id: `id${nth}`, missedReads: 0, isGone: false, ...over }
}

function plan(before: KnownOrganizer[], organizers: OrganizerFacts[], options: { allowRemovals: boolean }) {
  return planOrganizers(before, { organizers, unread: [] }, options)
}

const careful = { allowRemovals: false }

test('an organizer is removed by the second list without them, not by the first', () => {
  expect(plan([known(1), known(2)], [facts(2)], careful)).toMatchObject({ missed: ['id1'], remove: [] })
  expect(plan([known(1, { missedReads: 1 })], [], careful)).toMatchObject({ missed: [], remove: ['id1'] })
})

test('an empty answer removes nobody', () => {
  const everybody = Array.from({ length: 60 }, (_, nth) => known(nth, { missedReads: 1 }))
  const planned = plan(everybody, [], careful)
  expect(planned.remove).toEqual([])
  expect(planned.held).toHaveLength(60)
  expect(plan(everybody, [], { allowRemovals: true }).remove).toHaveLength(60)
})

test('a new name, group or status is noticed, and so is somebody who returns', () => {
  for (const over of [{ name: 'X' }, { groupKey: null }, { status: 'suspended' as const }, { maxAttendees: 101 }])
    expect(plan([known(1)], [facts(1, over)], careful).change).toHaveLength(1)
  expect(plan([known(1, { isGone: true })], [facts(1)], careful).change).toHaveLength(1)
})

test('a name or an address that GoTo leaves out is still the one known', () => {
  expect(plan([known(1)], [facts(1, { name: '', email: '' })], careful).change).toEqual([])
  const [change] = plan([known(1)], [facts(1, { email: '', status: 'suspended' })], careful).change
  expect(change?.to).toEqual(facts(1, { status: 'suspended' }))
})

test('the same list again plans nothing', () => {
  const rows = fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 30 })
  fc.assert(
    fc.property(rows, (nths) => {
      const planned = plan(
        nths.map((nth) => known(nth)),
        nths.map((nth) => facts(nth)),
        careful,
      )
      expect(planned).toEqual({ add: [], change: [], missed: [], remove: [], held: [] })
    }),
  )
})

test('a row that cannot be read protects its organizer, and one without a key everybody', () => {
  const before = [known(1, { missedReads: 1 }), known(2, { missedReads: 1 })]
  const missedBy = (unread: (string | null)[]) => planOrganizers(before, { organizers: [], unread }, careful).remove
  expect(missedBy([])).toEqual(['id1', 'id2'])
  expect(missedBy(['1001'])).toEqual(['id2'])
  expect(missedBy(['1001', null])).toEqual([])
})
