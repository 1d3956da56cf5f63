import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOver, type KnownMeeting, type ListedMeeting, reconcileMeetings } from './reconcile-meetings.ts'

const now = '2026-11-24T09:00:00.000Z'
const organizerId = 'o1'

function listed(id: number, over: Partial<ListedMeeting> = {}): ListedMeeting {
  return {
    gotoMeetingId: String(100_000_000 + id),
    subject: `Meeting ${id}`,
    kind: 'scheduled',
    startsAt: '2026-11-24T10:00:00.000Z',
    endsAt: '2026-11-24T11:00:00.000Z',
    audio: '',
    visibility: 'company',
    isActive: false,
    ...over,
  }
}

function known(id: number, over: Partial<KnownMeeting> = {}): KnownMeeting {
  const { isActive: _, ...facts } = listed(id)
  return { ...facts, id: `m${id}`, organizerId, missedReads: 0, isGone: false, hasRun: false, ...found, ...over }
}

/** As a reader found it, untouched since. */
const found = { isNewer: false, keepsVisibility: false, isOurs: false, hasAudio: true }

test('a meeting listed for the first time is added once, however often it is listed', () => {
  const plan = reconcileMeetings({ organizerId, known: [], listed: [listed(1), listed(1), listed(2)], now })
  expect(plan.add.map((meeting) => meeting.gotoMeetingId)).toEqual(['100000001', '100000002'])
  expect(plan.change).toEqual([])
})

test('an edit at GoTo is noticed in subject, time, kind and audio', () => {
  for (const edit of [
    { subject: 'New' },
    { startsAt: '2026-11-24T09:30:00.000Z' },
    { endsAt: '2026-11-24T12:00:00.000Z' },
    { kind: 'room' as const, startsAt: null, endsAt: null },
    { audio: 'VoIP' },
  ]) {
    const plan = reconcileMeetings({ organizerId, known: [known(1)], listed: [listed(1, edit)], now })
    expect(plan.change).toMatchObject([{ id: 'm1', to: edit, isRevived: false }])
  }
})

test('a planned meeting that is not listed is missed, not removed', () => {
  const plan = reconcileMeetings({ organizerId, known: [known(1), known(2)], listed: [listed(2)], now })
  expect(plan).toEqual({ add: [], change: [], missed: ['m1'] })
})

test('a meeting whose planned end has passed is over, not missed', () => {
  const past = known(1, { startsAt: '2026-11-24T08:00:00.000Z', endsAt: now })
  expect(reconcileMeetings({ organizerId, known: [past], listed: [], now }).missed).toEqual([])
})

test('a meeting that ran and left the list before its planned end is over, not missed', () => {
  expect(reconcileMeetings({ organizerId, known: [known(1, { hasRun: true })], listed: [], now }).missed).toEqual([])
})

test('a room never ends just because of time', () => {
  const room = known(1, { kind: 'room', startsAt: null, endsAt: null })
  expect(reconcileMeetings({ organizerId, known: [room], listed: [], now }).missed).toEqual(['m1'])
})

test('a meeting that comes back is no longer missed, and one that was gone is revived', () => {
  const plan = reconcileMeetings({
    organizerId,
    known: [known(1, { missedReads: 1 }), known(2, { isGone: true, missedReads: 2 })],
    listed: [listed(1), listed(2)],
    now,
  })
  expect(plan.change.map(({ id, isRevived }) => [id, isRevived])).toEqual([
    ['m1', false],
    ['m2', true],
  ])
})

test('another organizer’s meeting is taken over when listed here and left alone when not', () => {
  const theirs = known(1, { organizerId: 'o2' })
  expect(reconcileMeetings({ organizerId, known: [theirs], listed: [listed(1)], now }).change).toHaveLength(1)
  expect(reconcileMeetings({ organizerId, known: [theirs], listed: [], now }).missed).toEqual([])
})

test('what Foyer changed after asking GoTo is not overwritten, missed or brought back', () => {
  const newer = known(1, { isNewer: true })
  const nothing = { add: [], change: [], missed: [] }
  expect(reconcileMeetings({ organizerId, known: [newer], listed: [listed(1, { subject: 'Old' })], now })).toEqual(
    nothing,
  )
  expect(reconcileMeetings({ organizerId, known: [newer], listed: [], now })).toEqual(nothing)
  const cancelled = { ...newer, isGone: true }
  expect(reconcileMeetings({ organizerId, known: [cancelled], listed: [listed(1)], now })).toEqual(nothing)
})

test('a meeting’s visibility stays as its organizer chose, whatever the default', () => {
  const chosen = known(1, { visibility: 'invited', keepsVisibility: true })
  expect(reconcileMeetings({ organizerId, known: [chosen], listed: [listed(1)], now }).change).toEqual([])
  const moved = reconcileMeetings({ organizerId, known: [chosen], listed: [listed(1, { subject: 'New' })], now }).change
  expect(moved).toMatchObject([{ to: { subject: 'New', visibility: 'invited' }, isNews: true }])
})

test('only changes an edit form shows are news to somebody who has one open', () => {
  const plan = (edit: Partial<ListedMeeting>) =>
    reconcileMeetings({ organizerId, known: [known(1)], listed: [listed(1, edit)], now }).change
  expect(plan({ visibility: 'invited' })).toMatchObject([{ isNews: false }])
  expect(plan({ audio: 'VoIP' })).toMatchObject([{ isNews: true }])
  expect(plan({ subject: 'New' })).toMatchObject([{ isNews: true }])
})

test('a list’s audio is noted beside what is known, and is a change only when the list said something else before', () => {
  const news = (before: Partial<KnownMeeting>, audio: string | null) =>
    reconcileMeetings({ organizerId, known: [known(1, before)], listed: [listed(1, { audio })], now }).change[0]?.audio
  expect(news({ audio: null }, 'Hybrid')).toBe('noted')
  expect(news({ audio: null, hasAudio: false }, 'Hybrid')).toBe('taken')
  expect(news({ audio: 'Hybrid' }, 'VoIP')).toBe('replaced')
  expect(news({ audio: 'Hybrid' }, 'Hybrid')).toBeUndefined()
  expect(news({ audio: 'Hybrid' }, null)).toBeUndefined()
})

const instants = fc.constantFrom('2026-11-24T08:00:00.000Z', '2026-11-24T09:30:00.000Z', '2026-12-01T00:00:00.000Z')
const listedRow: fc.Arbitrary<ListedMeeting> = fc
  .record({
    id: fc.integer({ min: 1, max: 8 }),
    subject: fc.constantFrom('A', 'B'),
    kind: fc.constantFrom('scheduled' as const, 'instant' as const, 'room' as const),
    at: instants,
    isActive: fc.constantFrom(true, false, null),
    audio: fc.constantFrom('Hybrid', 'VoIP', null),
  })
  .map(({ id, kind, at, ...rest }) =>
    listed(id, { ...rest, kind, startsAt: kind === 'room' ? null : at, endsAt: kind === 'room' ? null : at }),
  )
const knownRow: fc.Arbitrary<KnownMeeting> = fc
  .record({
    row: listedRow,
    organizerId: fc.constantFrom('o1', 'o2'),
    missedReads: fc.integer({ min: 0, max: 2 }),
    isGone: fc.boolean(),
    hasRun: fc.boolean(),
  })
  .map(({ row: { isActive: _, ...facts }, ...rest }) => ({
    ...facts,
    id: `m${facts.gotoMeetingId}`,
    ...found,
    ...rest,
  }))
const knownRows = fc.uniqueArray(knownRow, { selector: (row) => row.gotoMeetingId })

test('after a plan is applied, the same listing plans nothing except what it misses', () => {
  fc.assert(
    fc.property(knownRows, fc.array(listedRow), (before, rows) => {
      const after = apply(before, rows)
      const again = reconcileMeetings({ organizerId, known: after, listed: rows, now })
      expect(again.add).toEqual([])
      expect(again.change).toEqual([])
    }),
  )
})

test('after a plan is applied, exactly the listed meetings are known and current, each once', () => {
  fc.assert(
    fc.property(knownRows, fc.array(listedRow), (before, rows) => {
      const after = apply(before, rows)
      const current = after.filter((m) => m.organizerId === organizerId && !m.isGone && m.missedReads === 0)
      const ids = current.filter((m) => !isOver(m, now)).map((m) => m.gotoMeetingId)
      const listedIds = new Set(rows.map((row) => row.gotoMeetingId))
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of ids) expect(listedIds).toContain(id)
      const all = new Set(current.map((m) => m.gotoMeetingId))
      for (const id of listedIds) expect(all).toContain(id)
    }),
  )
})

test('the order in which GoTo lists never matters', () => {
  fc.assert(
    fc.property(knownRows, fc.array(listedRow), (before, rows) => {
      const plan = (order: ListedMeeting[]) => {
        const { add, change, missed } = reconcileMeetings({ organizerId, known: before, listed: order, now })
        return { add: byId(add), change: byId(change.map((c) => c.to)), missed: [...missed].sort() }
      }
      expect(plan([...rows].reverse())).toEqual(plan(rows))
    }),
  )
})

function byId<T extends { gotoMeetingId: string }>(rows: T[]): T[] {
  return rows.sort((a, b) => a.gotoMeetingId.localeCompare(b.gotoMeetingId))
}

/** The plan's meaning, on a list in memory. */
function apply(before: KnownMeeting[], rows: ListedMeeting[]): KnownMeeting[] {
  const plan = reconcileMeetings({ organizerId, known: before, listed: rows, now })
  const changed = new Map(plan.change.map((change) => [change.id, change.to]))
  return [
    ...before.map((meeting) => {
      const to = changed.get(meeting.id)
      if (to) return { ...meeting, ...to, audio: to.audio ?? meeting.audio, organizerId, missedReads: 0, isGone: false }
      if (plan.missed.includes(meeting.id)) return { ...meeting, missedReads: meeting.missedReads + 1 }
      return meeting
    }),
    ...plan.add.map((facts) => ({
      ...facts,
      id: `m${facts.gotoMeetingId}`,
      organizerId,
      missedReads: 0,
      isGone: false,
      hasRun: false,
      ...found,
    })),
  ]
}
