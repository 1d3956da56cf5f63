'use client'

import { isStartable, momentOf } from '#components/meetings/list/moment.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { StartAction } from './start-action.tsx'
import { UndoAction } from './undo-action.tsx'

/** What an organizer can press in a row: Start, the way back in as host, or Undo. Load it lazily. */
export function OrganizerPress({ meeting, now }: { meeting: Meeting; now: Date }) {
  if (meeting.cancelsAt) return <UndoAction meeting={meeting} />
  const { kind } = momentOf(meeting, now)
  // A host who came in through Join would be just another guest.
  if (kind === 'live' || kind === 'ending')
    return <StartAction meeting={meeting} label="Open as host" tone="plain" isInRow />
  return <StartAction meeting={meeting} tone={isStartable(meeting, now) ? 'primary' : 'plain'} isInRow />
}
