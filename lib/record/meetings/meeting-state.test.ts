import { expect, test } from 'vitest'
import { joinWindow } from './join-window.ts'
import { meetingState, type RoomFacts } from './meeting-state.ts'

const startsAt = new Date('2026-11-24T10:00:00Z')
const endsAt = new Date('2026-11-24T11:00:00Z')
const rules = { opensMinutesBefore: 15, closesMinutesAfter: 120 }
const planned = { startsAt, endsAt, isShared: false, ...joinWindow({ startsAt, endsAt }, rules) }
const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)
const room = (facts: Partial<RoomFacts>): RoomFacts => ({
  isActive: false,
  heardAt: at('10:00'),
  activeSince: null,
  endedAt: null,
  waitingSince: null,
  endingSince: null,
  ...facts,
})

test('the window opens 15 minutes before the start and closes 120 minutes after the end', () => {
  expect(planned.opensAt).toEqual(at('09:45'))
  expect(planned.closesAt).toEqual(at('13:00'))
})

test('nothing known about the room: scheduled, known from the plan', () => {
  expect(meetingState(null, planned, at('10:30'))).toMatchObject({ state: 'scheduled', stateFrom: 'plan' })
})

test('Join pressed and not active: waiting, until the window closes', () => {
  const pressed = room({ waitingSince: at('09:50') })
  expect(meetingState(pressed, planned, at('09:55'))).toMatchObject({ state: 'waiting', stateFrom: 'press' })
  expect(meetingState(pressed, planned, at('13:01')).state).toBe('scheduled')
})

test('active at GoTo: live from then on', () => {
  const live = room({ isActive: true, activeSince: at('10:01') })
  expect(meetingState(live, planned, at('10:30'))).toEqual({
    state: 'live',
    stateSince: at('10:01'),
    stateFrom: 'goto',
  })
  expect(meetingState({ ...live, endingSince: at('10:40') }, planned, at('10:41')).state).toBe('ending')
})

test('live lasts as long as a run may last since GoTo was last heard, and no longer', () => {
  const silent = room({ isActive: true, activeSince: at('09:50'), heardAt: at('10:00') })
  expect(meetingState(silent, planned, at('22:00')).state).toBe('live')
  expect(meetingState(silent, planned, at('22:01')).state).toBe('scheduled')
  expect(meetingState(silent, null, at('22:01')).state).toBe('scheduled')
  expect(meetingState({ ...silent, heardAt: at('21:00') }, planned, at('22:01')).state).toBe('live')
})

test('inactive after live: ended, even before the planned end', () => {
  const ended = room({ activeSince: at('10:00'), endedAt: at('10:30'), waitingSince: at('09:50') })
  expect(meetingState(ended, planned, at('10:31'))).toMatchObject({ state: 'ended', stateSince: at('10:30') })
})

test('what a reused room did yesterday says nothing about today', () => {
  const yesterday = room({ endedAt: new Date('2026-11-23T11:00:00Z'), waitingSince: new Date('2026-11-23T09:59:00Z') })
  expect(meetingState(yesterday, planned, at('09:50')).state).toBe('scheduled')
})

test('a dateless room can be waited for again after it ended', () => {
  const again = room({ endedAt: at('08:00'), waitingSince: at('09:00') })
  expect(meetingState(again, null, at('09:05')).state).toBe('waiting')
  expect(meetingState(again, null, at('12:00')).state).toBe('ended')
})

test('a meeting that was not ended after End was pressed is live again after a quarter of an hour', () => {
  const pressed = room({ isActive: true, activeSince: at('10:01'), endingSince: at('10:40') })
  expect(meetingState(pressed, planned, at('10:54'))).toMatchObject({ state: 'ending', stateSince: at('10:40') })
  expect(meetingState(pressed, planned, at('10:55'))).toMatchObject({ state: 'live', stateSince: at('10:01') })
})

test('stored attendees make it captured, and a run only the history knows has ended', () => {
  const ended = room({ activeSince: at('10:00'), endedAt: at('10:30') })
  const past = { endedAt: at('10:29'), attendeesReadAt: at('10:35') }
  // Since it ended, not since somebody read who came.
  const captured = { state: 'captured', stateSince: at('10:29'), stateFrom: 'history' }
  expect(meetingState(ended, planned, at('10:40'), past)).toEqual(captured)
  expect(meetingState(null, planned, at('10:40'), past)).toEqual(captured)
  const unread = { endedAt: at('10:29'), attendeesReadAt: null }
  expect(meetingState(null, planned, at('10:40'), unread)).toEqual({
    state: 'ended',
    stateSince: at('10:29'),
    stateFrom: 'history',
  })
  expect(meetingState(ended, planned, at('10:40'), unread)).toMatchObject({ state: 'ended', stateFrom: 'goto' })
})

test('the attendees of a first run do not capture the second, or end the wait for it', () => {
  const past = { endedAt: at('10:10'), attendeesReadAt: at('10:15') }
  const again = room({ activeSince: at('10:20'), endedAt: at('10:30') })
  expect(meetingState(again, planned, at('10:31'), past)).toMatchObject({ state: 'ended', stateSince: at('10:30') })
  const waited = room({ activeSince: at('10:00'), endedAt: at('10:10'), waitingSince: at('10:20') })
  expect(meetingState(waited, planned, at('10:21'), past).state).toBe('waiting')
  expect(meetingState(room({ isActive: true, activeSince: at('10:20') }), planned, at('10:21'), past).state).toBe(
    'live',
  )
})

test('of the meetings sharing a room, only the one whose time it is goes live, waits and ends with it', () => {
  const shared = { ...planned, isShared: true }
  const nextStart = at('14:00')
  const nextEnd = at('15:00')
  const next = {
    startsAt: nextStart,
    endsAt: nextEnd,
    isShared: true,
    ...joinWindow({ startsAt: nextStart, endsAt: nextEnd }, rules),
  }
  const first = room({ isActive: true, activeSince: at('10:01') })
  expect(meetingState(first, shared, at('10:30')).state).toBe('live')
  expect(meetingState(first, next, at('10:30')).state).toBe('scheduled')
  const second = room({ isActive: true, activeSince: at('13:55'), heardAt: at('13:55') })
  expect(meetingState(second, shared, at('14:10')).state).toBe('scheduled')
  expect(meetingState(second, next, at('14:10')).state).toBe('live')
  const waited = room({ waitingSince: at('12:30') })
  expect(meetingState(waited, shared, at('12:40')).state).toBe('scheduled')
  const over = room({ activeSince: at('13:55'), endedAt: at('14:40'), heardAt: at('14:40') })
  expect(meetingState(over, shared, at('14:41')).state).toBe('scheduled')
  expect(meetingState(over, next, at('14:41')).state).toBe('ended')
})
