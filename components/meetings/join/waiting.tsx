'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { momentOf } from '#components/meetings/list/moment.ts'
import { overdueText } from '#components/meetings/list/overdue-text.ts'
import { announce } from '#components/shell/announce.tsx'
import { useZone } from '#components/shell/use-me.ts'
import { useNow } from '#components/shell/use-now.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { joinStateQuery } from '#lib/meetings/meeting-queries.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { formatDuration, formatTime } from '#lib/time/format.ts'
import { isOn } from './is-on.ts'
import { MeetingFacts } from './meeting-facts.tsx'

type WaitingProps = {
  meeting: Meeting
  joinUrl: string
  /** When I pressed. */
  since: string
  whenLive: (joinUrl: string) => ReactNode
  whenEnded: (endedAt: string | null) => ReactNode
}

/** Calm: what the wait is for, since when, and that Foyer keeps checking. */
export function Waiting({ meeting, joinUrl, since, whenLive, whenEnded }: WaitingProps) {
  const query = useQuery(joinStateQuery(meeting.id))
  const now = useNow(1)
  const zone = useZone()
  const host = meeting.organizer.name

  useEffect(() => announce(`Waiting for ${host} to start the meeting. You’ll join automatically.`), [host])

  useEffect(() => {
    // Without a name: browsers keep titles in their history, also on computers that several people use.
    document.title = 'Waiting for the host · Foyer'
  }, [])

  const state = query.data?.state
  if (query.data && state && isOn(state)) return whenLive(query.data.joinUrl)
  if (query.data && (state === 'ended' || state === 'captured')) return whenEnded(query.data.stateSince)
  const moment = now ? momentOf(meeting, now) : null
  const waitedMs = now ? now.getTime() - Date.parse(since) : 0
  return (
    <>
      <div aria-hidden="true" className="mb-6 flex gap-1.5">
        {['', '[animation-delay:300ms]', '[animation-delay:600ms]'].map((delay) => (
          <span key={delay} className={`edge size-2.5 animate-breathe rounded-full bg-accent-ink ${delay}`} />
        ))}
      </div>
      <h1 className="font-semibold text-28">Waiting for {host} to start</h1>
      {moment?.kind === 'overdue' && now ? (
        <p className="figures mt-2 text-16 text-attention">
          {overdueText(moment.until, now, zone)}. {host} may not be coming.
        </p>
      ) : null}
      <p className="mt-2 text-16 text-soft">
        Keep this tab open. You’ll join automatically as soon as the meeting starts.
      </p>
      <MeetingFacts meeting={meeting} now={now} zone={zone} />
      <div className="mt-6 flex flex-wrap items-center justify-between gap-3">
        <p className="figures text-14 text-faint">
          {waitedMs < 60_000
            ? 'Pressed Join just now'
            : `Pressed Join ${formatTime(since, zone)}, ${formatDuration(waitedMs)} ago`}
          {' · '}
          {query.error ? 'Foyer isn’t responding, trying again' : checkedText(query.data?.asOf ?? null, now, since)}
        </p>
        <LinkButton href={joinUrl}>Open anyway</LinkButton>
      </div>
    </>
  )
}

const arrivalMs = 10_000

/** When GoTo itself was last asked; the page's own requests say nothing. */
function checkedText(asOf: string | null, now: Date | null, since: string): string {
  if (!asOf || !now) return 'checking'
  // GoTo is asked on arrival: until it answers, what was known before isn't worth mentioning.
  if (Date.parse(asOf) < Date.parse(since) && now.getTime() - Date.parse(since) < arrivalMs) return 'checking'
  const ms = now.getTime() - Date.parse(asOf)
  if (ms < 1_500) return 'checked just now'
  return ms < 60_000 ? `checked ${Math.round(ms / 1000)} s ago` : `checked ${formatDuration(ms)} ago`
}
