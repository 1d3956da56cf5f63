import { expect, test } from 'vitest'
import { chooseRooms, keyOf } from './choose-rooms.ts'
import type { EndedRoom } from './list-unreported.ts'

const start = Date.parse('2026-11-24T12:00:00Z')
const minute = 60_000

function room(nth: number, endedMinutesAgo: number): EndedRoom {
  const endedAt = new Date(start - endedMinutesAgo * minute)
  return { organizerId: 'o', gotoMeetingId: String(100_000 + nth), seenAt: endedAt, endedAt }
}

/** What is tried in each of this many minutes, when nothing is ever captured. */
function sweep(roomsAt: (nth: number) => EndedRoom[], minutes: number): string[][] {
  const triedAt = new Map<string, Date>()
  return Array.from({ length: minutes }, (_, nth) => {
    const at = new Date(start + nth * minute)
    const chosen = chooseRooms(roomsAt(nth), triedAt, at)
    for (const one of chosen) triedAt.set(keyOf(one), at)
    return chosen.map(({ gotoMeetingId }) => gotoMeetingId)
  })
}

test('fifty rooms GoTo hasn’t reported are all looked for, none twice before all of them once', () => {
  const rooms = Array.from({ length: 50 }, (_, nth) => room(nth, 60 + nth))
  const tried = sweep(() => rooms, 3).flat()
  expect(tried).toHaveLength(50)
  expect(new Set(tried).size).toBe(50)
})

test('an old one gets its turn although newer ones keep coming', () => {
  const old = room(0, 600)
  const news = (nth: number) => Array.from({ length: 15 }, (_, other) => room(1 + nth * 15 + other, -nth))
  const tried = sweep((nth) => [old, ...news(nth), ...(nth > 0 ? news(nth - 1) : [])], 20)
  expect(tried.filter((minutes) => minutes.includes(old.gotoMeetingId)).length).toBeGreaterThanOrEqual(3)
})

test('a room that just ended is looked for every minute, one that ended long ago every five', () => {
  const tried = sweep(() => [room(1, 0), room(2, 60)], 10)
  const times = (nth: number) => tried.filter((one) => one.includes(String(100_000 + nth))).length
  expect([times(1), times(2)]).toEqual([10, 2])
})
