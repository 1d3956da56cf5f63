import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planReading } from '#lib/history/reading/reading-plan.ts'
import { linkSession } from './link-session.ts'
import { type FoundSession, reconcileSessions } from './reconcile-sessions.ts'
import { type FoundStay, type KnownStay, reconcileStays } from './reconcile-stays.ts'

function run(startedAt: string, more: Partial<FoundSession> = {}): FoundSession {
  return {
    gotoMeetingId: '123456789',
    gotoSessionId: null,
    meetingInstanceKey: null,
    subject: 'Daily',
    kind: 'room',
    startedAt: `2026-11-24T${startedAt}.000Z`,
    endedAt: '2026-11-24T10:00:00.000Z',
    attendeeCount: 2,
    ...more,
  }
}

test('the history and the attendee rows of one run make one session that keeps both of GoTo’s names', () => {
  const history = run('09:00:00', { gotoSessionId: '1' })
  const rows = run('09:00:40', { meetingInstanceKey: '2', subject: 'Old' })
  const { add } = reconcileSessions([], [rows, history])
  expect(add).toEqual([{ ...history, meetingInstanceKey: '2' }])
  const known = add.map((session) => ({ ...session, id: 'a' }))
  expect(reconcileSessions(known, [history, rows])).toEqual({ add: [], change: [] })
})

test('runs of a room more than a minute apart, or named differently, are two', () => {
  expect(reconcileSessions([], [run('09:00:00'), run('09:01:01')]).add).toHaveLength(2)
  const again = [run('09:00:00', { gotoSessionId: '1' }), run('09:00:30', { gotoSessionId: '2' })]
  expect(reconcileSessions([], again).add).toHaveLength(2)
})

test('identical rows are distinguished by number, and a later end changes the right one', () => {
  const row = { typedName: 'Ann', typedEmail: '', joinedAt: 'a', leftAt: '2026-11-24T09:10:00.000Z' }
  const later = { ...row, leftAt: '2026-11-24T09:20:00.000Z' }
  expect(reconcileStays([], [later, row]).add.map(({ nth, leftAt }) => [nth, leftAt])).toEqual([
    [0, row.leftAt],
    [1, later.leftAt],
  ])
  const known = [{ ...row, nth: 0, id: 'x' }]
  expect(reconcileStays(known, [row])).toEqual({ add: [], change: [] })
  const change = [{ id: 'x', joinedAt: row.joinedAt, leftAt: later.leftAt, nth: 0 }]
  expect(reconcileStays(known, [later])).toEqual({ add: [], change })
  expect(reconcileStays(known, [])).toEqual({ add: [], change: [] })
})

test('a stay whose times GoTo reports later is completed, and a time it no longer reports is kept', () => {
  const timeless = { typedName: 'Ann', typedEmail: '', joinedAt: null, leftAt: null }
  const reported = { ...timeless, joinedAt: '2026-11-24T09:01:00.000Z', leftAt: '2026-11-24T09:50:00.000Z' }
  const known = [{ ...timeless, nth: 0, id: 'x' }]
  expect(reconcileStays(known, [timeless])).toEqual({ add: [], change: [] })
  expect(reconcileStays(known, [reported])).toEqual({ add: [], change: [{ id: 'x', ...timesOf(reported), nth: 0 }] })
  expect(reconcileStays(known, [timeless, reported])).toEqual({ add: [{ ...reported, nth: 0 }], change: [] })
  const complete = [{ ...reported, nth: 0, id: 'x' }]
  expect(reconcileStays(complete, [{ ...reported, leftAt: null }])).toEqual({ add: [], change: [] })
})

function timesOf({ joinedAt, leftAt }: { joinedAt: string | null; leftAt: string | null }) {
  return { joinedAt, leftAt }
}

test('once a report is stored, the same report changes nothing', () => {
  const time = fc.constantFrom(null, '2026-11-24T09:00:00.000Z', '2026-11-24T09:30:00.000Z')
  const stay = fc.record({
    typedName: fc.constantFrom('Ann', 'Bob'),
    typedEmail: fc.constantFrom('', 'a@x.example'),
    joinedAt: time,
    leftAt: time,
  })
  fc.assert(
    fc.property(fc.array(stay, { maxLength: 8 }), fc.array(stay, { maxLength: 8 }), (before, after) => {
      const stored = apply(apply([], before), after)
      expect(
        new Set(
          stored.map(({ id: _, ...key }) => JSON.stringify([key.typedName, key.typedEmail, key.joinedAt, key.nth])),
        ).size,
      ).toBe(stored.length)
      expect(reconcileStays(stored, after)).toEqual({ add: [], change: [] })
    }),
  )
})

function apply(known: KnownStay[], found: FoundStay[]): KnownStay[] {
  const { add, change } = reconcileStays(known, found)
  const changed = known.map((stay) => ({ ...stay, ...change.find(({ id }) => id === stay.id) }))
  return [...changed, ...add.map((stay, index) => ({ ...stay, id: `${known.length + index}` }))]
}

test('a session belongs to the planned time it overlaps from 30 minutes before to 120 after, else to the room', () => {
  const planned = (occurrenceId: string, from: string, to: string) => ({
    occurrenceId,
    meetingId: 'm',
    gotoMeetingId: '123456789',
    startsAt: new Date(`2026-11-24T${from}Z`),
    endsAt: new Date(`2026-11-24T${to}Z`),
    isGone: false,
  })
  const room = [{ meetingId: 'room', gotoMeetingId: '123456789' }]
  const session = run('09:00:00')
  expect(linkSession(session, [planned('a', '10:30:00', '11:00:00')], room).occurrenceId).toBe('a')
  expect(linkSession(session, [planned('a', '10:30:01', '11:00:00')], room)).toEqual({
    meetingId: 'room',
    occurrenceId: null,
  })
  expect(linkSession(session, [planned('a', '06:00:00', '07:00:00')], []).occurrenceId).toBe('a')
  expect(linkSession(session, [planned('a', '06:00:00', '06:59:59')], [])).toEqual({
    meetingId: null,
    occurrenceId: null,
  })
  expect(
    linkSession(session, [planned('a', '08:00:00', '09:00:00'), planned('b', '09:05:00', '09:30:00')], []).occurrenceId,
  ).toBe('b')
})

test('each piece read touches what is covered, newest first, at most a month long', () => {
  const now = new Date('2026-11-24T09:00:00Z')
  const back = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const first = planReading({ coveredFrom: null, coveredTo: null }, { from: back(60), to: now }, now)
  expect(first.map(({ from, to }) => [from, to])).toEqual([
    [back(29), now],
    [back(60), back(29)],
  ])
  expect(planReading({ coveredFrom: back(30), coveredTo: now }, { from: back(30), to: now }, now)).toEqual([])
  expect(planReading({ coveredFrom: back(30), coveredTo: now }, { from: back(40), to: now }, now)).toEqual([
    { from: back(40), to: back(30) },
  ])
  const later = new Date(now.getTime() + 60_000)
  const days = { coveredFrom: back(30), coveredTo: now }
  expect(planReading(days, { from: back(1), to: later }, later, back(5))[0]?.from).toEqual(back(5))
  expect(planReading(days, { from: back(1), to: later }, later, back(40))[0]?.from).toEqual(back(30))
  expect(planReading({ coveredFrom: back(30), coveredTo: now }, { from: back(29), to: later }, later)).toEqual([
    { from: back(1), to: later },
  ])
})
