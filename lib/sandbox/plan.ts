import type { Planned } from './seed/calendar.ts'
import { placeOf, type Slot } from './seed/ids.ts'
import type { MeetingRecord, State } from './state.ts'

export type Plan = ReturnType<typeof createPlan>

/** How far ahead the simulated people plan. */
export const horizonDays = 14

/** What the simulated people plan, found by id, by lane and by time. */
export function createPlan(state: State) {
  /** `null` for days not planned yet, too. */
  function at({ day, lane, slot }: Slot): Planned | null {
    if (day > state.calendar.dayOf(state.now()) + horizonDays || !state.calendar.lanes.includes(lane)) return null
    return state.calendar.onDay(day, lane)[slot] ?? null
  }

  /** What a lane ran in a past period, plus a day at each end. */
  function inLane(lane: number, from: number, to: number): Planned[] {
    const { dayOf, onDay } = state.calendar
    const first = dayOf(Math.max(from, state.seed.epochAt)) - 1
    const last = dayOf(Math.min(to, state.now())) + 1
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, nth) => onDay(first + nth, lane)).flat()
  }

  /** All runs of a meeting since then: one for a planned meeting, many for a room. */
  function ofMeeting(meetingId: string, since: number): Planned[] {
    const place = placeOf(meetingId)
    if (place?.kind === 'slot') {
      const planned = at(place)
      return planned?.meetingId === meetingId ? [planned] : []
    }
    const room = place?.kind === 'room' ? state.calendar.rooms.get(place.room) : undefined
    const lane = room && state.calendar.laneOf.get(room.organizer.key)
    if (lane === undefined) return []
    return inLane(lane, since, state.now()).filter((planned) => planned.meetingId === meetingId)
  }

  /** The meeting behind an id, as it was planned. */
  function meeting(id: string): MeetingRecord | null {
    const place = placeOf(id)
    if (place?.kind === 'room') {
      const room = state.calendar.rooms.get(place.room)
      if (!room) return null
      const { organizer, subject, audio, createdAt } = room
      const times = { startsAt: createdAt, endsAt: createdAt + 3_600_000, createdAt }
      return { ...untouched, id, organizerKey: organizer.key, subject, audio, type: 'recurring', ...times }
    }
    const [planned] = place?.kind === 'slot' ? ofMeeting(id, 0) : []
    return planned ? toMeeting(planned) : null
  }

  return { at, inLane, ofMeeting, meeting, toMeeting }
}

const untouched = { passwordRequired: false, coorganizerKeys: [] as string[], deletedAt: null, runs: null }

function toMeeting(planned: Planned): MeetingRecord {
  const { meetingId, organizerKey, subject, audio, startsAt, endsAt, type, createdAt, coorganizerKeys } = planned
  const what = { id: meetingId, organizerKey, subject, audio, type, coorganizerKeys }
  return { ...untouched, ...what, startsAt, endsAt, createdAt }
}
