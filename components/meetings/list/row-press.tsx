import { JoinAction } from '#components/meetings/act/join-action.tsx'
import { OrganizerPress } from '#components/meetings/act/organizer-press.tsx'
import type { Meeting } from '#lib/meetings/schema.ts'
import { offersJoin } from './moment.ts'

type RowPressProps = {
  meeting: Meeting
  joinedAt: string | undefined
  isNext: boolean
  now: Date
  zone: string
}

/** The one action of a row. */
export function RowPress({ meeting, joinedAt, isNext, now, zone }: RowPressProps) {
  if (offersJoin(meeting, now, zone))
    return <JoinAction meeting={meeting} joinedAt={joinedAt} isNext={isNext} now={now} zone={zone} />
  return <OrganizerPress meeting={meeting} now={now} />
}
