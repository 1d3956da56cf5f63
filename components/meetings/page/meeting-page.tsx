'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { momentOf } from '#components/meetings/list/moment.ts'
import { useIsSettling } from '#components/shell/use-is-settling.ts'
import { useIsMeKnown, useZone } from '#components/shell/use-me.ts'
import { useNow } from '#components/shell/use-now.ts'
import { useTrouble } from '#components/shell/use-trouble.ts'
import { apart } from '#lib/apart.ts'
import { isProblem } from '#lib/http/problem.ts'
import { meetingQuery } from '#lib/meetings/meeting-queries.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { Agenda } from './agenda.tsx'
import { AttendedMeeting } from './attended-meeting.tsx'
import { Cancellation } from './cancellation.tsx'
import { MeetingFactsCard } from './facts-card.tsx'
import { MeetingHead } from './meeting-head.tsx'
import { LoadingMeeting, NoMeeting, StaleNotice } from './page-states.tsx'
import { PastSessions } from './past-sessions.tsx'
import { People } from './people.tsx'
import { isOver, WhatCameOfIt } from './what-came-of-it.tsx'

/** One meeting: where it stands and how Foyer knows, who is invited and pressed Join, and what came of it. */
export function MeetingPage({ id }: { id: string }) {
  const query = useQuery(meetingQuery(id))
  const { trouble, tryAgain } = useTrouble(query)
  const subject = query.data?.subject
  useEffect(() => {
    if (subject) document.title = `${apart(subject)} · Foyer`
  }, [subject])

  const isGone = isProblem(trouble, 'not_found')
  if (isGone || (trouble && !query.data)) return <NoMeeting error={trouble} known={query.data} onRetry={tryAgain} />
  if (!query.data) return <LoadingMeeting />
  return <KnownMeeting meeting={query.data} error={query.error} readAt={query.dataUpdatedAt} />
}

type KnownMeetingProps = { meeting: MeetingDetail; error: Error | null; readAt: number }

function KnownMeeting({ meeting, error, readAt }: KnownMeetingProps) {
  const zone = useZone()
  const now = useNow(5)
  const isMeKnown = useIsMeKnown()
  const [isCancelledHere, setCancelledHere] = useState(false)
  const isSettling = useIsSettling()
  // What can be done, and with which key, depends on who is looking.
  if (!now || !isMeKnown) return <LoadingMeeting />
  if (!meeting.can.attendees)
    return (
      <>
        {error ? <StaleNotice error={error} readAt={readAt} zone={zone} /> : null}
        <AttendedMeeting meeting={meeting} now={now} zone={zone} />
      </>
    )
  return (
    <>
      {error ? <StaleNotice error={error} readAt={readAt} zone={zone} /> : null}
      <MeetingHead meeting={meeting} now={now} zone={zone} onCancel={() => setCancelledHere(true)} />
      {meeting.cancelsAt ? (
        <Cancellation meeting={meeting} cancelsAt={meeting.cancelsAt} takesFocus={isCancelledHere} />
      ) : null}
      <div
        data-settling={isSettling ? '' : undefined}
        className="mt-8 grid items-start gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]"
      >
        <div className="flex min-w-0 flex-col gap-8">
          <WhatCameOfIt meeting={meeting} now={now} zone={zone} />
          <Agenda text={meeting.agenda} />
          {isOver(momentOf(meeting, now).kind) ? null : <People meeting={meeting} now={now} zone={zone} />}
        </div>
        <div className="flex min-w-0 flex-col gap-8 max-lg:[[data-settling]>:has([data-loading])+&]:invisible">
          <MeetingFactsCard meeting={meeting} />
          <PastSessions sessions={meeting.sessions} now={now} zone={zone} />
        </div>
      </div>
    </>
  )
}
