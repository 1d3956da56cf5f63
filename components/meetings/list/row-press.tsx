import { lazy, Suspense } from 'react'
import { JoinAction } from '#components/meetings/act/join-action.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { Meeting } from '#lib/meetings/schema.ts'
import { dayKey } from '#lib/time/format.ts'
import { isStartable, isUndoable, momentOf } from './moment.ts'

const OrganizerPress = lazy(async () => ({
  default: (await import('#components/meetings/act/organizer-press.tsx')).OrganizerPress,
}))

type RowPressProps = {
  meeting: Meeting
  joinedAt: string | undefined
  now: Date
  zone: string
}

/** The one action of a row. Most people organize nothing, so organizers' actions load with the first row of theirs. */
export function RowPress({ meeting, joinedAt, now, zone }: RowPressProps) {
  if (!isUndoable(meeting, now) && !isStart(meeting, now, zone))
    return <JoinAction meeting={meeting} joinedAt={joinedAt} now={now} zone={zone} />
  return (
    <Suspense fallback={<Skeleton className="h-9 w-16 rounded-lg" />}>
      <OrganizerPress meeting={meeting} now={now} />
    </Suspense>
  )
}

/**
 * Organizers get Start all day, not only when the meeting is due, and while it runs the way in as host. Co-organizers
 * get it only once people can join and nobody has started; otherwise they simply join.
 */
function isStart(meeting: Meeting, now: Date, zone: string): boolean {
  if (!meeting.can.start) return false
  if (!meeting.can.edit) return isStartable(meeting, now)
  const { kind } = momentOf(meeting, now)
  if (kind === 'live' || kind === 'ending') return true
  const isToday = meeting.startsAt !== null && dayKey(meeting.startsAt, zone) === dayKey(now, zone)
  return isStartable(meeting, now) || (kind === 'later' && isToday)
}
