'use client'

import { type Moment, momentOf } from '#components/meetings/list/moment.ts'
import { Banner } from '#components/ui/banner.tsx'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { WhoCame } from './who-came.tsx'

type WhatCameOfItProps = { meeting: MeetingDetail; now: Date; zone: string }

/** From End to the report: waiting for GoTo, then who came. */
export function WhatCameOfIt({ meeting, now, zone }: WhatCameOfItProps) {
  const { kind } = momentOf(meeting, now)
  if (kind === 'ending' && meeting.can.start)
    return (
      <div role="status">
        <Banner tone="soon">
          Ending: waiting for GoTo to say that it is over. Press End in the tab of your host session; closing that tab
          alone does not end the meeting.
        </Banner>
      </div>
    )
  if (!isOver(kind) || !meeting.can.attendees) return null
  return <WhoCame meeting={meeting} now={now} zone={zone} />
}

/** Whether what came of it is more to the point than who pressed Join. */
export function isOver(kind: Moment['kind']): boolean {
  return kind === 'ended' || kind === 'over'
}
