import type { Meeting } from '#lib/meetings/schema.ts'
import { isJoinable, momentIfKept, offersJoin } from './moment.ts'

/**
 * In which order somebody would want these meetings: what is live, what is theirs, what is about to start; last, what
 * should have started long ago and didn't. Among equals mine come first, then those nearest to now. Now, `J` and the
 * palette all follow it.
 */
export function joinOrder(meetings: readonly Meeting[], me: string | undefined, now: Date): Meeting[] {
  const ranked = meetings.map((meeting) => ({ meeting, keys: keysOf(meeting, me, now) }))
  return ranked.sort((a, b) => compare(a.keys, b.keys)).map(({ meeting }) => meeting)
}

/**
 * The meeting whose Join `J` presses: the first in that order with a Join that I haven't pressed yet. What nobody starts
 * any more comes only when there is nothing else. null: there is none to join.
 */
export function nextToJoin(
  meetings: readonly Meeting[],
  joined: Record<string, string>,
  { me, now, zone }: { me: string | undefined; now: Date; zone: string },
): string | null {
  const open = joinOrder(meetings, me, now).filter(
    (meeting) =>
      isJoinable(meeting, now) && offersJoin(meeting, now, zone) && momentIfKept(meeting, now).kind !== 'idle-room',
  )
  return (open.find((meeting) => !joined[meeting.id] && !isOverdue(meeting, now)) ?? open[0])?.id ?? null
}

export function isMine({ organizer, invited }: Meeting, me: string | undefined): boolean {
  return organizer.personId === me || invited.some(({ personId }) => personId === me)
}

export function isOverdue(meeting: Meeting, now: Date): boolean {
  return momentIfKept(meeting, now).kind === 'overdue'
}

function keysOf(meeting: Meeting, me: string | undefined, now: Date): number[] {
  const { kind } = momentIfKept(meeting, now)
  const at = meeting.startsAt ?? meeting.stateSince
  const apartMs = at === null ? Number.POSITIVE_INFINITY : Math.abs(Date.parse(at) - now.getTime())
  return [kind === 'live' || kind === 'ending' ? 0 : kind === 'overdue' ? 2 : 1, isMine(meeting, me) ? 0 : 1, apartMs]
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((key, index) => key !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1
}
