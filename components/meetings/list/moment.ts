import type { Meeting } from '#lib/meetings/schema.ts'
import { dayKey } from '#lib/time/format.ts'

/** Where a meeting stands at an instant, for the person who looks at it. */
export type Moment =
  | { kind: 'live' | 'waiting' | 'ending' | 'ended' | 'idle-room' }
  /** Being cancelled: nobody can join, and at `until` it is deleted at GoTo. */
  | { kind: 'cancelling'; until: string }
  /** Can be joined; starts in this many milliseconds. */
  | { kind: 'opening'; startsInMs: number }
  /** Should have started this long ago. */
  | { kind: 'late'; sinceMs: number }
  /** Should have started so long ago that it probably won't, though people may wait; was planned until then. */
  | { kind: 'overdue'; until: string }
  /** Cannot be joined yet. */
  | { kind: 'later'; opensAt: string; startsInMs: number }
  /** Its time has passed, and as far as Foyer knows it never started. */
  | { kind: 'over' }

/** A meeting is listed under Now this long before its join window opens. */
const aboutToOpenMs = 15 * 60_000

/** A host this late probably isn't coming; nor is one after the planned end. */
const overdueMs = 30 * 60_000

export function momentOf(meeting: Meeting, now: Date): Moment {
  return meeting.cancelsAt ? { kind: 'cancelling', until: meeting.cancelsAt } : momentIfKept(meeting, now)
}

/** Where it would stand if nobody had cancelled it. */
export function momentIfKept(meeting: Meeting, now: Date): Moment {
  switch (meeting.state) {
    case 'live':
    case 'ending':
      return { kind: meeting.state }
    case 'waiting': {
      const planned = plannedMoment(meeting, now.getTime())
      return planned.kind === 'overdue' ? planned : { kind: 'waiting' }
    }
    case 'ended':
    case 'captured':
      return { kind: 'ended' }
    case 'scheduled':
      return plannedMoment(meeting, now.getTime())
  }
}

/** Whether it is over for good. A room whose meeting has ended can be used, changed and deleted as before. */
export function isFinished(meeting: Meeting, now: Date): boolean {
  const { kind } = momentOf(meeting, now)
  return kind === 'over' || (kind === 'ended' && meeting.joinWindow !== null)
}

/** Whether to offer Join now. The answer may be a few seconds older than the clock. */
export function isJoinable(meeting: Meeting, now: Date): boolean {
  if (!meeting.can.join || meeting.cancelsAt) return false
  const { kind } = momentOf(meeting, now)
  // A room that has ended can be waited for again.
  if (kind === 'ended') return meeting.joinWindow === null
  return kind !== 'later' && kind !== 'over'
}

/**
 * Whether its organizer would press Start: nobody has yet, and people can join. A room has no set time, so it is always
 * due.
 */
export function isStartable(meeting: Meeting, now: Date): boolean {
  const { kind } = momentOf(meeting, now)
  if (!meeting.can.start) return false
  if (kind === 'ended') return meeting.joinWindow === null
  return due.has(kind)
}

const due: ReadonlySet<Moment['kind']> = new Set(['opening', 'late', 'overdue', 'waiting', 'idle-room'])

/**
 * Whether its organizer is offered Start instead of Join: all day, not only when it is due, and while it runs the way in
 * as host. Co-organizers get it only once people can join and nobody has started; otherwise they simply join.
 */
export function offersStart(meeting: Meeting, now: Date, zone: string): boolean {
  if (!meeting.can.start) return false
  if (!meeting.can.edit) return isStartable(meeting, now)
  const { kind } = momentOf(meeting, now)
  if (kind === 'live' || kind === 'ending') return true
  const isToday = meeting.startsAt !== null && dayKey(meeting.startsAt, zone) === dayKey(now, zone)
  return isStartable(meeting, now) || (kind === 'later' && isToday)
}

/** Whether its press would be Join: what can be started or undone offers that instead. */
export function offersJoin(meeting: Meeting, now: Date, zone: string): boolean {
  return !isUndoable(meeting, now) && !offersStart(meeting, now, zone)
}

/** Whether a cancellation can still be undone: if the answer says so, until the moment it goes to GoTo. */
export function isUndoable({ cancelsAt, can }: Meeting, now: Date): boolean {
  return can.undo && cancelsAt !== null && now.getTime() < Date.parse(cancelsAt)
}

/** Whether it belongs under Now: running, open, or about to open. A meeting being cancelled stays where it was. */
export function isNow(meeting: Meeting, now: Date): boolean {
  const moment = momentIfKept(meeting, now)
  if (moment.kind === 'later') return Date.parse(moment.opensAt) - now.getTime() <= aboutToOpenMs
  return moment.kind !== 'ended' && moment.kind !== 'over' && moment.kind !== 'idle-room'
}

function plannedMoment({ startsAt, endsAt, joinWindow }: Meeting, now: number): Moment {
  if (startsAt === null || endsAt === null || joinWindow === null) return { kind: 'idle-room' }
  const startsInMs = Date.parse(startsAt) - now
  if (now < Date.parse(joinWindow.opensAt)) return { kind: 'later', opensAt: joinWindow.opensAt, startsInMs }
  if (now > Date.parse(joinWindow.closesAt)) return { kind: 'over' }
  if (startsInMs > 0) return { kind: 'opening', startsInMs }
  if (-startsInMs >= overdueMs || now >= Date.parse(endsAt)) return { kind: 'overdue', until: endsAt }
  return { kind: 'late', sinceMs: -startsInMs }
}
