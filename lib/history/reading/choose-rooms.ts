import type { EndedRoom } from './list-unreported.ts'

/** How many in one go; the others get their turn in the next minutes. */
const mostAtOnce = 20
/** A room that ended longer ago than this is looked for only this often. */
const rarelyMs = 5 * 60_000
const recentMs = 10 * 60_000

/**
 * Which ended rooms to look for now: those waiting longest, since the last look or else since they ended, so that none
 * waits forever behind newer ones.
 */
export function chooseRooms(rooms: readonly EndedRoom[], triedAt: ReadonlyMap<string, Date>, at: Date): EndedRoom[] {
  const isWithin = (ms: number, since: Date | undefined) => since !== undefined && at.getTime() - since.getTime() < ms
  const waitsSince = (room: EndedRoom) => (triedAt.get(keyOf(room)) ?? room.endedAt).getTime()
  return rooms
    .filter((room) => isWithin(recentMs, room.endedAt) || !isWithin(rarelyMs, triedAt.get(keyOf(room))))
    .sort((a, b) => waitsSince(a) - waitsSince(b) || a.gotoMeetingId.localeCompare(b.gotoMeetingId))
    .slice(0, mostAtOnce)
}

export function keyOf({ organizerId, gotoMeetingId }: EndedRoom): string {
  return `${organizerId} ${gotoMeetingId}`
}
