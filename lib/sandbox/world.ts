import { createOrganizers } from './organizers.ts'
import { createPlan, horizonDays } from './plan.ts'
import { roomMeetingId } from './seed/ids.ts'
import { createSessions } from './sessions.ts'
import type { MeetingRecord, State } from './state.ts'

export type { Session } from './sessions.ts'
export type Meeting = MeetingRecord
export type World = ReturnType<typeof createWorld>

const day = 86_400_000

/** The company as it is now: its simulated life, changed by everything people did through the API or by acting. */
export function createWorld(state: State) {
  const plan = createPlan(state)
  const sessions = createSessions(state, plan)

  /** A meeting by id; `null` when there is none, none yet, or no longer one. */
  function findMeeting(id: string): Meeting | null {
    const meeting = state.meetings.get(id) ?? plan.meeting(id)
    return meeting?.deletedAt === null && meeting.createdAt <= state.now() && isListed(meeting) ? meeting : null
  }

  /** Including deleted ones: their sessions stay in the history (nothing documented says otherwise). */
  function findMeetingEver(id: string): Meeting | null {
    return state.meetings.get(id) ?? findMeeting(id)
  }

  /** Simulated meetings from before the visible past never existed. */
  function isListed({ id, type, startsAt }: Meeting): boolean {
    return state.meetings.get(id) !== undefined || type === 'recurring' || startsAt >= state.seed.epochAt - day
  }

  /**
   * An organizer's planned and running meetings, in order of time. One whose planned end has passed is no longer
   * upcoming.
   */
  function upcoming(organizerKey: string): Meeting[] {
    const now = state.now()
    const planned = [...roomsOf(organizerKey), ...plannedOf(organizerKey)]
    const changed = [...state.meetings.values()].filter((meeting) => meeting.organizerKey === organizerKey)
    const found = new Map([...planned, ...changed].map((meeting) => [meeting.id, meeting]))
    return [...found.values()]
      .filter(({ deletedAt, createdAt }) => deletedAt === null && createdAt <= now)
      .filter(({ id, type, endsAt }) => type === 'recurring' || endsAt > now || sessions.activeSession(id) !== null)
      .sort((a, b) => a.startsAt - b.startsAt || a.id.localeCompare(b.id))
  }

  function roomsOf(organizerKey: string): Meeting[] {
    const rooms = [...state.calendar.rooms.values()].filter(({ organizer }) => organizer.key === organizerKey)
    return rooms.flatMap(({ room }) => plan.meeting(roomMeetingId(room)) ?? [])
  }

  function plannedOf(organizerKey: string): Meeting[] {
    const lane = state.calendar.laneOf.get(organizerKey)
    if (lane === undefined) return []
    const yesterday = state.calendar.dayOf(state.now()) - 1
    return Array.from({ length: horizonDays + 2 }, (_, nth) => state.calendar.onDay(yesterday + nth, lane))
      .flat()
      .filter((planned) => planned.organizerKey === organizerKey && planned.type !== 'recurring')
      .map(plan.toMeeting)
  }

  /**
   * Simulated people keep to the new times as they would have to the old ones; a meeting already begun is not moved.
   */
  function changeMeeting(meeting: Meeting, changes: Partial<Meeting>): void {
    const changed = { ...meeting, ...changes }
    const [planned] = meeting.type === 'recurring' ? [] : plan.ofMeeting(meeting.id, 0)
    const runs = meeting.runs ?? (planned ? { from: planned.runsFrom, until: planned.runsUntil } : null)
    const isAhead = runs !== null && runs.from > state.now()
    const moved = isAhead
      ? {
          from: runs.from + changed.startsAt - meeting.startsAt,
          until: runs.until + changed.endsAt - meeting.endsAt,
        }
      : runs
    state.meetings.set(meeting.id, { ...changed, runs: moved })
  }

  return {
    state,
    organizers: createOrganizers(state),
    findMeeting,
    findMeetingEver,
    upcoming,
    changeMeeting,
    ...sessions,
  }
}
