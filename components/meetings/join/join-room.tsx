'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { announce, LiveRegion } from '#components/shell/announce.tsx'
import { PlainFrame } from '#components/shell/plain-frame.tsx'
import { useZone } from '#components/shell/use-me.ts'
import { useNow } from '#components/shell/use-now.ts'
import { isProblem } from '#lib/http/problem.ts'
import { foundMeetingsQuery, meetingQuery, pressJoin, pressJoinById } from '#lib/meetings/queries.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { isOn } from './is-on.ts'
import { Ended, Failed, Going, NotOpenYet, Pressing } from './join-states.tsx'
import { tellJoined } from './joined-channel.ts'
import { Waiting } from './waiting.tsx'

/** The tab that Join opens: waits here until the host starts, then becomes the meeting. */
export function JoinRoom({ id }: { id: string }) {
  // An ID that was typed is digits; one of Foyer's own meetings is not.
  const isTyped = /^\d{9,12}$/.test(id)
  return (
    <PlainFrame>
      <LiveRegion />
      {isTyped ? <TypedRoom digits={id} /> : <KnownRoom id={id} />}
    </PlainFrame>
  )
}

/** Found by its ID: Foyer waits for a meeting it knows, and leaves any other to GoTo at once. */
function TypedRoom({ digits }: { digits: string }) {
  const press = usePress(['press-id', digits], () => pressJoinById(digits))
  if (isProblem(press.error, 'conflict'))
    return <RefusedRoom digits={digits} error={press.error} onRetry={() => press.refetch()} />
  if (press.error) return <Failed error={press.error} onRetry={() => press.refetch()} />
  if (!press.data) return <Pressing />
  const { meeting, joinUrl, joinedAt } = press.data
  if (!meeting || isOn(meeting.state)) return <GoTo joinUrl={joinUrl} />
  return <Room meeting={meeting} joinUrl={joinUrl} since={joinedAt} />
}

/** Known but not open: if it is still to come, waits for it like one from the list. */
function RefusedRoom({ digits, error, onRetry }: { digits: string; error: Error; onRetry: () => void }) {
  const found = useQuery(foundMeetingsQuery(digits))
  if (found.isPending) return <Pressing />
  const meeting = found.data?.items.find(({ gotoMeetingId }) => gotoMeetingId === digits)
  return meeting ? <KnownRoom id={meeting.id} /> : <Failed error={error} onRetry={onRetry} />
}

function KnownRoom({ id }: { id: string }) {
  const meeting = useQuery({
    ...meetingQuery(id),
    // A host may start before the window opens.
    refetchInterval: 10_000,
    refetchIntervalInBackground: true,
  })
  const now = useNow(1)
  const zone = useZone()
  if (meeting.error && !meeting.data) return <Failed error={meeting.error} onRetry={() => meeting.refetch()} />
  if (!meeting.data || !now) return <Pressing />
  const opensAt = meeting.data.joinWindow?.opensAt
  // Opens automatically: once it is time, the press below happens.
  if (!isOn(meeting.data.state) && opensAt && now.getTime() < Date.parse(opensAt))
    return <NotOpenYet meeting={meeting.data} opensAt={opensAt} now={now} zone={zone} />
  return <PressedRoom meeting={meeting.data} />
}

function PressedRoom({ meeting }: { meeting: Meeting }) {
  const press = usePress(['press', meeting.id], () => pressJoin(meeting.id))
  if (press.error) return <Failed error={press.error} onRetry={() => press.refetch()} meeting={meeting} />
  if (!press.data) return <Pressing meeting={meeting} />
  const { joinUrl, state, joinedAt } = press.data
  if (isOn(state)) return <GoTo joinUrl={joinUrl} subject={meeting.subject} />
  return <Room meeting={meeting} joinUrl={joinUrl} since={joinedAt} />
}

function Room({ meeting, joinUrl, since }: { meeting: Meeting; joinUrl: string; since: string }) {
  const zone = useZone()
  return (
    <Waiting
      meeting={meeting}
      joinUrl={joinUrl}
      since={since}
      whenLive={(freshUrl) => <GoTo joinUrl={freshUrl} subject={meeting.subject} />}
      whenEnded={(endedAt) => <Ended meeting={meeting} endedAt={endedAt} joinUrl={joinUrl} zone={zone} />}
    />
  )
}

/** Replaces this page, so that Back leads to where Join was pressed, not into the waiting room. */
function GoTo({ joinUrl, subject }: { joinUrl: string; subject?: string }) {
  useEffect(() => {
    announce('The meeting has started. Opening it now.')
    window.location.replace(joinUrl)
  }, [joinUrl])
  return <Going joinUrl={joinUrl} {...(subject === undefined ? {} : { subject })} />
}

/** One opened tab is one press: kept as a query, so that no second render, focus or reconnect presses again. */
function usePress<T>(queryKey: readonly string[], press: () => Promise<T>) {
  const query = useQuery({
    queryKey,
    queryFn: press,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const isPressed = query.isSuccess
  useEffect(() => {
    if (isPressed) tellJoined()
  }, [isPressed])
  return query
}
