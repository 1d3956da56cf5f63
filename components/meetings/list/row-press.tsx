import { JoinAction } from '#components/meetings/act/join-action.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { Meeting } from '#lib/meetings/schema.ts'
import { offersJoin } from './moment.ts'

const OrganizerPress = lazily(
  () => import('#components/meetings/act/organizer-press.tsx').then((module) => module.OrganizerPress),
  <Skeleton className="h-9 w-15 rounded-lg shadow-low" />,
)

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
  return <OrganizerPress meeting={meeting} now={now} />
}
