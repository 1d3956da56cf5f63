import type { FoundMeeting } from './reconcile-meetings.ts'
import { mayBeUnread, type Unread } from './unread-rows.ts'

export type KnownRoom = { gotoMeetingId: string; isActive: boolean }
export type RoomPlan = { opened: string[]; ended: string[] }

/**
 * Which of an organizer's rooms have opened or ended since they were last read. A live room that is no longer listed
 * has ended; GoTo saying nothing about a room changes nothing, and neither does an unreadable row.
 */
export function planRooms(known: readonly KnownRoom[], listed: readonly FoundMeeting[], unread: Unread = []): RoomPlan {
  const active = new Set(listed.filter((row) => row.isActive === true).map((row) => row.gotoMeetingId))
  const silent = new Set(listed.filter((row) => row.isActive === null).map((row) => row.gotoMeetingId))
  const live = new Set(known.filter((room) => room.isActive).map((room) => room.gotoMeetingId))
  return {
    opened: [...active].filter((id) => !live.has(id)).sort(),
    ended: [...live].filter((id) => !active.has(id) && !silent.has(id) && !mayBeUnread(id, unread)).sort(),
  }
}
