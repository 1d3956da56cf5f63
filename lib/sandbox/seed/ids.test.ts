import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  createdMeetingId,
  instanceKeyOf,
  placeOf,
  placeOfSession,
  roomMeetingId,
  slotMeetingId,
  slotSessionId,
} from './ids.ts'

const slot = fc.record({
  day: fc.integer({ min: 19_000, max: 40_000 }),
  lane: fc.integer({ min: 0, max: 255 }),
  slot: fc.integer({ min: 0, max: 31 }),
})

test('a meeting ID has nine digits and reveals what it was made from', () => {
  fc.assert(
    fc.property(slot, (place) => {
      expect(slotMeetingId(place)).toMatch(/^[1-9]\d{8}$/)
      expect(placeOf(slotMeetingId(place))).toEqual({ kind: 'slot', ...place })
    }),
  )
  expect(placeOf(roomMeetingId(7))).toEqual({ kind: 'room', room: 7 })
  expect(placeOf(createdMeetingId(7))).toEqual({ kind: 'created', nth: 7 })
})

test('a session id has 19 digits, its instance key 18, and both are its own', () => {
  fc.assert(
    fc.property(slot, (place) => {
      const id = slotSessionId(place)
      expect(id).toMatch(/^\d{19}$/)
      expect(instanceKeyOf(id)).toMatch(/^\d{18}$/)
      expect(placeOfSession(id)).toEqual(place)
    }),
  )
})

test('an ID that is not ours is not a place', () => {
  expect(placeOf('12345')).toBeNull()
  expect(placeOf('abc')).toBeNull()
  expect(placeOfSession('6600000000000000001')).toBeNull()
})
