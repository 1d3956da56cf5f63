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

/** The one press of a line. Most people organize nothing: what only organizers press is loaded with the first of theirs. */
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
 * Start is offered all day to its organizer, not only when it is due; while it runs, the way in as host. To co-organizers
 * when people can come in and nobody has started it: else they just come.
 */
function isStart(meeting: Meeting, now: Date, zone: string): boolean {
  if (!meeting.can.start) return false
  if (!meeting.can.edit) return isStartable(meeting, now)
  const { kind } = momentOf(meeting, now)
  if (kind === 'live' || kind === 'ending') return true
  const isToday = meeting.startsAt !== null && dayKey(meeting.startsAt, zone) === dayKey(now, zone)
  return isStartable(meeting, now) || (kind === 'later' && isToday)
}
