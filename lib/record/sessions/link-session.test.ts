import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkSession, type PlannedTime } from './link-session.ts'

const room = '123456789'
const at = (time: string) => `2026-11-24T${time}:00.000Z`

function planned(occurrenceId: string, from: string, to: string, isGone = false): PlannedTime {
  const times = { startsAt: new Date(at(from)), endsAt: new Date(at(to)) }
  return { occurrenceId, meetingId: `of ${occurrenceId}`, gotoMeetingId: room, ...times, isGone }
}

function linked(from: string, to: string, plans: PlannedTime[]): string | null {
  return linkSession({ gotoMeetingId: room, startedAt: at(from), endedAt: at(to) }, plans, []).occurrenceId
}

const backToBack = [planned('a', '10:00', '10:30'), planned('b', '10:30', '11:00')]

test.each([
  ['10:16', '10:29', 'a', 'the first that began late'],
  ['10:25', '11:00', 'b', 'the second that began early'],
  ['10:00', '10:40', 'a', 'the first that ran over'],
  ['09:45', '09:55', 'a', 'somebody who was there before both'],
  ['11:10', '11:20', 'b', 'somebody who came after both'],
])('in a shared room, %s to %s is of %s: %s', (from, to, whose) => {
  expect(linked(from, to, backToBack)).toBe(whose)
  expect(linked(from, to, backToBack.toReversed())).toBe(whose)
})

test('a cancelled time gets a run only where nothing else stands', () => {
  const cancelled = planned('a', '10:00', '10:30', true)
  expect(linked('10:00', '10:20', [cancelled, planned('b', '10:30', '11:00')])).toBe('b')
  expect(linked('10:00', '10:20', [cancelled])).toBe('a')
})

test.each([
  ['09:20', '09:30', 'a'],
  ['09:20', '09:29', null],
  ['12:30', '12:40', 'a'],
  ['12:31', '12:40', null],
])('from half an hour before its start to two hours after its end a run belongs to it: %s to %s', (from, to, whose) => {
  expect(linked(from, to, [planned('a', '10:00', '10:30')])).toBe(whose)
})

test('a run outside of two planned times is of the one that starts nearer, however near the other ended', () => {
  expect(linked('10:10', '10:12', [planned('a', '08:00', '10:05'), planned('b', '10:30', '11:00')])).toBe('b')
})

test('of two planned at the same time it is always the same one', () => {
  const both = [planned('a', '10:00', '10:30'), planned('b', '10:00', '10:30')]
  expect(linked('10:00', '10:30', both)).toBe('a')
  expect(linked('10:00', '10:30', both.toReversed())).toBe('a')
})

test('a run inside one planned time never belongs to another it did not touch', () => {
  const minute = fc.integer({ min: 0, max: 29 })
  fc.assert(
    fc.property(minute, minute, fc.boolean(), (one, other, isSecond) => {
      if (one === other) return
      const base = Date.parse(at(isSecond ? '10:30' : '10:00'))
      const [from, to] = [one, other]
        .sort((a, b) => a - b)
        .map((minutes) => new Date(base + minutes * 60_000).toISOString().slice(11, 16))
      expect(linked(from ?? '', to ?? '', backToBack)).toBe(isSecond ? 'b' : 'a')
    }),
  )
})
