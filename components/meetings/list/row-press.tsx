import { lazy, Suspense } from 'react'
import { JoinAction } from '#components/meetings/act/join-action.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { Meeting } from '#lib/meetings/schema.ts'
import { offersJoin } from './moment.ts'

const OrganizerPress = lazy(async () => ({
  default: (await import('#components/meetings/act/organizer-press.tsx')).OrganizerPress,
}))

type RowPressProps = {
  meeting: Meeting
  joinedAt: string | undefined
  isNext: boolean
  now: Date
  zone: string
}

/** The one action of a row. Most people organize nothing, so organizers' actions load with the first row of theirs. */
export function RowPress({ meeting, joinedAt, isNext, now, zone }: RowPressProps) {
  if (offersJoin(meeting, now, zone))
    return <JoinAction meeting={meeting} joinedAt={joinedAt} isNext={isNext} now={now} zone={zone} />
  return (
    <Suspense fallback={<Skeleton className="h-9 w-15 rounded-lg shadow-low" />}>
      <OrganizerPress meeting={meeting} now={now} />
    </Suspense>
  )
}
