import { describe, expect, test } from 'vitest'
import { meetingOf } from './fixture.ts'
import { groupByDay } from './group-by-day.ts'
import { isJoinable, isNow, momentOf } from './moment.ts'

const at = (time: string) => new Date(`2026-11-24T${time}:00.000Z`)

describe('where a meeting stands', () => {
  test('before the window it says when Join opens', () => {
    expect(momentOf(meetingOf(), at('09:00'))).toEqual({
      kind: 'later',
      opensAt: '2026-11-24T09:45:00.000Z',
      startsInMs: 3_600_000,
    })
    expect(isJoinable(meetingOf(), at('09:44'))).toBe(false)
  })

  test('from the first instant of the window it can be joined', () => {
    expect(isJoinable(meetingOf(), at('09:45'))).toBe(true)
    expect(momentOf(meetingOf(), at('09:56'))).toEqual({ kind: 'opening', startsInMs: 240_000 })
  })

  test('a host who is late does not close it', () => {
    expect(momentOf(meetingOf(), at('10:03'))).toEqual({ kind: 'late', sinceMs: 180_000 })
    expect(isJoinable(meetingOf(), at('10:03'))).toBe(true)
  })

  test('half an hour late, or after its planned end, nobody expects it to start; it can be waited for all the same', () => {
    const until = '2026-11-24T11:00:00.000Z'
    expect(momentOf(meetingOf(), at('10:29'))).toMatchObject({ kind: 'late' })
    expect(momentOf(meetingOf(), at('10:30'))).toEqual({ kind: 'overdue', until })
    expect(momentOf(meetingOf({ state: 'waiting' }), at('10:30'))).toEqual({ kind: 'overdue', until })
    expect(momentOf(meetingOf({ state: 'live' }), at('10:30'))).toEqual({ kind: 'live' })
    const short = meetingOf({ endsAt: '2026-11-24T10:15:00.000Z' })
    expect(momentOf(short, at('10:15'))).toMatchObject({ kind: 'overdue' })
    expect(isJoinable(meetingOf(), at('11:30'))).toBe(true)
    expect(isNow(meetingOf(), at('11:30'))).toBe(true)
  })

  test('one that is over cannot be joined, whatever the window says', () => {
    expect(isJoinable(meetingOf({ state: 'ended' }), at('10:30'))).toBe(false)
    expect(momentOf(meetingOf(), at('14:30'))).toEqual({ kind: 'over' })
  })

  test('a live one can be joined outside of its window, but not by those who may not', () => {
    const live = meetingOf({ state: 'live' })
    expect(isJoinable(live, at('08:00'))).toBe(true)
    const { can } = live
    expect(isJoinable({ ...live, can: { ...can, join: false } }, at('10:00'))).toBe(false)
  })

  test('a room in which nobody is can be joined, to wait there', () => {
    const room = meetingOf({ startsAt: null })
    expect(momentOf(room, at('10:00'))).toEqual({ kind: 'idle-room' })
    expect(isJoinable(room, at('10:00'))).toBe(true)
    expect(isJoinable({ ...room, state: 'ended' }, at('10:00'))).toBe(true)
    expect(isJoinable({ ...room, can: { ...room.can, join: false } }, at('10:00'))).toBe(false)
  })

  test('it stands under Now a quarter of an hour before its window opens', () => {
    expect(isNow(meetingOf(), at('09:29'))).toBe(false)
    expect(isNow(meetingOf(), at('09:30'))).toBe(true)
    expect(isNow(meetingOf({ state: 'ended' }), at('10:30'))).toBe(false)
  })
})

describe('the list by local day', () => {
  test('shows every meeting once, also when two pages overlap', () => {
    const meeting = meetingOf({ startsAt: '2026-11-25T10:00:00.000Z' })
    const { now, days } = groupByDay([meeting, meeting], at('09:00'), 'UTC')
    expect(now).toEqual([])
    expect(days.map((day) => [day.title, day.meetings.length])).toEqual([['Tomorrow · Wednesday 25 November', 1]])
  })

  test('puts a meeting on the day of the person who reads, not of the server', () => {
    const late = meetingOf({ startsAt: '2026-11-24T23:30:00.000Z' })
    expect(groupByDay([late], at('09:00'), 'UTC').days[0]?.key).toBe('2026-11-24')
    expect(groupByDay([late], at('09:00'), 'Europe/Berlin').days[0]?.key).toBe('2026-11-25')
  })

  test('keeps dateless rooms apart until somebody is in them', () => {
    const room = meetingOf({ startsAt: null })
    expect(groupByDay([room], at('09:00'), 'UTC').rooms).toHaveLength(1)
    expect(groupByDay([{ ...room, state: 'live' }], at('09:00'), 'UTC').now).toHaveLength(1)
  })
})
