'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { announce, LiveRegion } from '#components/shell/announce.tsx'
import { PlainFrame } from '#components/shell/plain-frame.tsx'
import { useZone } from '#components/shell/use-me.ts'
import { useNow } from '#components/shell/use-now.ts'
import { useTrouble } from '#components/shell/use-trouble.ts'
import { pressJoin, pressJoinById } from '#lib/meetings/calls.ts'
import { meetingByIdQuery, meetingQuery } from '#lib/meetings/meeting-queries.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { isOn } from './is-on.ts'
import { AskKnown, AskUnknown } from './join-asks.tsx'
import { Ended, Failed, Going, NotOpenYet, Pressing } from './join-states.tsx'
import { tellJoined } from './joined-channel.ts'
import { Waiting } from './waiting.tsx'

type JoinRoomProps = {
  id: string
  /** Opened by a press of the person’s own, not by another site (lib/http/own-arrival.ts). */
  isPressed: boolean
}

/** The tab that Join opens: waits here until the host starts, then becomes the meeting. */
export function JoinRoom({ id, isPressed }: JoinRoomProps) {
  const [hasPressed, setPressed] = useState(isPressed)
  const press: Press = { hasPressed, onPress: () => setPressed(true) }
  // An ID that was typed is digits; one of Foyer's own meetings is not.
  const isTyped = /^\d{9,12}$/.test(id)
  return (
    <PlainFrame>
      <LiveRegion />
      {isTyped ? <TypedRoom digits={id} {...press} /> : <KnownRoom id={id} {...press} />}
    </PlainFrame>
  )
}

type Press = { hasPressed: boolean; onPress: () => void }

/** Found by its ID. */
function TypedRoom({ digits, ...press }: Press & { digits: string }) {
  const found = useQuery(meetingByIdQuery(digits))
  if (found.error && !found.data) return <Failed error={found.error} onRetry={() => found.refetch()} />
  if (!found.data) return <Pressing isAsking />
  const { meeting } = found.data
  return meeting ? <KnownRoom id={meeting.id} {...press} /> : <UnknownRoom digits={digits} />
}

/** Whoever typed the ID is asked too: it may be wrong. */
function UnknownRoom({ digits }: { digits: string }) {
  const [isSure, setSure] = useState(false)
  return isSure ? <PressedUnknown digits={digits} /> : <AskUnknown digits={digits} onJoin={() => setSure(true)} />
}

function PressedUnknown({ digits }: { digits: string }) {
  const press = usePress(['press-id', digits], () => pressJoinById(digits))
  if (press.error) return <Failed error={press.error} onRetry={() => press.refetch()} />
  return press.data ? <GoTo joinUrl={press.data.joinUrl} /> : <Pressing />
}

function KnownRoom({ id, hasPressed, onPress }: Press & { id: string }) {
  const meeting = useQuery({
    ...meetingQuery(id),
    // A host may start before the window opens.
    refetchInterval: 10_000,
    refetchIntervalInBackground: true,
  })
  const { trouble, tryAgain } = useTrouble(meeting)
  const now = useNow(1)
  const zone = useZone()
  if (trouble && !meeting.data) return <Failed error={trouble} onRetry={tryAgain} />
  if (!meeting.data || !now) return <Pressing isAsking={!hasPressed} />
  const opensAt = meeting.data.joinWindow?.opensAt
  const shared = { meeting: meeting.data, now, zone }
  // Opens automatically: once it is time, the press below happens.
  if (!isOn(meeting.data.state) && opensAt && now.getTime() < Date.parse(opensAt))
    return <NotOpenYet {...shared} opensAt={opensAt} onJoin={hasPressed ? null : onPress} />
  return hasPressed ? <PressedRoom meeting={meeting.data} /> : <AskKnown {...shared} onJoin={onPress} />
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
