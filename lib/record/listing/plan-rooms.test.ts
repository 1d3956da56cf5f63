import { expect, test } from 'vitest'
import { planRooms } from './plan-rooms.ts'
import type { FoundMeeting } from './reconcile-meetings.ts'

function listed(gotoMeetingId: string, isActive: boolean | null): FoundMeeting {
  return {
    gotoMeetingId,
    subject: 's',
    kind: 'room',
    startsAt: null,
    endsAt: null,
    audio: '',
    isActive,
  }
}

test('a room that became active has opened', () => {
  expect(planRooms([], [listed('1', true)])).toEqual({ opened: ['1'], ended: [] })
})

test('a live room that is inactive or no longer listed has ended', () => {
  const known = [
    { gotoMeetingId: '1', isActive: true },
    { gotoMeetingId: '2', isActive: true },
  ]
  expect(planRooms(known, [listed('1', false)])).toEqual({ opened: [], ended: ['1', '2'] })
})

test('an unchanged room, and a status GoTo left empty, plan nothing', () => {
  const known = [
    { gotoMeetingId: '1', isActive: true },
    { gotoMeetingId: '2', isActive: true },
    { gotoMeetingId: '3', isActive: false },
  ]
  const rows = [listed('1', true), listed('2', null), listed('3', false), listed('4', null)]
  expect(planRooms(known, rows)).toEqual({ opened: [], ended: [] })
})

test('a live room with an unreadable row stays live, as do all of them when an unreadable row has no id', () => {
  const known = [
    { gotoMeetingId: '1', isActive: true },
    { gotoMeetingId: '2', isActive: true },
  ]
  expect(planRooms(known, [], ['2'])).toEqual({ opened: [], ended: ['1'] })
  expect(planRooms(known, [], [null])).toEqual({ opened: [], ended: [] })
})
