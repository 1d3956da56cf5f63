import {
  earliestStartMinutes,
  endingMinutes,
  longestRunStart,
  minutesBefore,
  roomWaitMinutes,
} from '#lib/record/limits.ts'
import type { MeetingState } from '#lib/record/schema.ts'
import type { JoinWindow } from './join-window.ts'

/** What is known about the GoTo room a meeting takes place in. */
export type RoomFacts = {
  isActive: boolean
  /** When GoTo last said anything about the organizer's rooms. */
  heardAt: Date | null
  activeSince: Date | null
  endedAt: Date | null
  waitingSince: Date | null
  endingSince: Date | null
}

/** The last run of it that the history knows; it is over even where GoTo does not say since when. */
export type PastRun = { endedAt: Date | null; attendeesReadAt: Date | null }

/** `isShared`: other meetings take place in the same room, so what the room does may be theirs. */
export type PlannedFacts = JoinWindow & { startsAt: Date; endsAt: Date; isShared: boolean }

export type StateFacts = {
  state: MeetingState
  stateSince: Date | null
  stateFrom: 'plan' | 'press' | 'goto' | 'history'
}

const scheduled: StateFacts = { state: 'scheduled', stateSince: null, stateFrom: 'plan' }

/**
 * The state of one planned time, or of a dateless room when `planned` is null. What the room did before this meeting
 * was due says nothing about it: a reused room may have ended yesterday, but this meeting did not.
 */
export function meetingState(
  room: RoomFacts | null,
  planned: PlannedFacts | null,
  now: Date,
  past: PastRun | null = null,
): StateFacts {
  const live = room && liveState(room, planned, now)
  if (live) return live
  const waitingSince = room && waitOf(room, planned)
  const seenAt = room && endOf(room, planned)
  const over = later(seenAt, past?.endedAt ?? null)
  if (waitingSince && (!over || waitingSince > over) && now <= waitsUntil(waitingSince, planned))
    return { state: 'waiting', stateSince: waitingSince, stateFrom: 'press' }
  return overState(seenAt, room?.activeSince ?? null, past)
}

function liveState(room: RoomFacts, planned: PlannedFacts | null, now: Date): StateFacts | null {
  if (!room.isActive || !isBelieved(room, now) || !isRunOf(room, planned, now)) return null
  const { endingSince, activeSince } = room
  if (endingSince && endingSince > minutesBefore(now, endingMinutes))
    return { state: 'ending', stateSince: endingSince, stateFrom: 'press' }
  return { state: 'live', stateSince: activeSince, stateFrom: 'goto' }
}

/** Ended as seen in the room, or according to the history if nobody saw it; captured once its attendees are stored. */
function overState(seenAt: Date | null, activeSince: Date | null, past: PastRun | null): StateFacts {
  const ended: StateFacts | null = seenAt && { state: 'ended', stateSince: seenAt, stateFrom: 'goto' }
  if (!past) return ended ?? scheduled
  // What ended before the room's last run began is an earlier run. A minute, because GoTo rounds.
  if (ended && activeSince && past.endedAt && past.endedAt < minutesBefore(activeSince, 1)) return ended
  if (past.attendeesReadAt) return { state: 'captured', stateSince: past.endedAt, stateFrom: 'history' }
  return ended ?? { state: 'ended', stateSince: past.endedAt, stateFrom: 'history' }
}

/** A room does not stay occupied forever just because nobody could be asked. */
function isBelieved({ heardAt }: RoomFacts, now: Date): boolean {
  return heardAt !== null && heardAt >= longestRunStart(now)
}

/** Whether what is running now is this meeting. In a shared room it must be its time, or have begun in it. */
function isRunOf({ activeSince }: RoomFacts, planned: PlannedFacts | null, now: Date): boolean {
  if (!planned?.isShared || activeSince === null) return true
  if (now.getTime() < dueFrom(planned) || activeSince > planned.endsAt) return false
  return activeSince.getTime() >= dueFrom(planned) || (now >= planned.startsAt && now <= planned.endsAt)
}

/** When the room ended, if its last run was this meeting. */
function endOf({ activeSince, endedAt }: RoomFacts, planned: PlannedFacts | null): Date | null {
  if (planned?.isShared && activeSince !== null && activeSince > planned.endsAt) return null
  return sinceDue(endedAt, planned)
}

/** Since when somebody has been waiting for this meeting. */
function waitOf({ waitingSince }: RoomFacts, planned: PlannedFacts | null): Date | null {
  if (planned?.isShared && waitingSince !== null && waitingSince > planned.endsAt) return null
  return sinceDue(waitingSince, planned)
}

function sinceDue(at: Date | null, planned: PlannedFacts | null): Date | null {
  return at === null || planned === null || at.getTime() >= dueFrom(planned) ? at : null
}

function dueFrom({ startsAt, opensAt }: PlannedFacts): number {
  return Math.min(runsFrom(startsAt), opensAt.getTime())
}

/** The time from which a run of the room counts as this meeting. */
export function runsFrom(startsAt: Date): number {
  return minutesBefore(startsAt, earliestStartMinutes).getTime()
}

function waitsUntil(waitingSince: Date, planned: PlannedFacts | null): Date {
  return planned?.closesAt ?? minutesBefore(waitingSince, -roomWaitMinutes)
}

function later(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a > b ? a : b) : (a ?? b)
}
