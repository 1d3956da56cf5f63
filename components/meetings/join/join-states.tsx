import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { apart } from '#lib/apart.ts'
import { isProblem } from '#lib/http/problem.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { missingMeeting } from '#lib/meetings/sentences.ts'
import { formatDuration, formatTime, zoneLabel } from '#lib/time/format.ts'
import { nearDay } from '#lib/time/from-now.ts'
import { MeetingFacts } from './meeting-facts.tsx'

export function Pressing({ meeting, isAsking = false }: { meeting?: Meeting; isAsking?: boolean }) {
  return (
    <>
      <h1 className="font-semibold text-28">{isAsking ? 'Looking for the meeting …' : 'Joining …'}</h1>
      {meeting ? (
        <p className="mt-2 text-16 text-soft">
          <bdi>{meeting.subject}</bdi>
        </p>
      ) : (
        <Skeleton className="mt-3 h-5 w-64" />
      )}
    </>
  )
}

export function Going({ joinUrl, subject }: { joinUrl: string; subject?: string }) {
  return (
    <>
      <h1 className="font-semibold text-28">Opening the meeting</h1>
      <p className="mt-2 text-16 text-soft">{subject ? `${apart(subject)} has started.` : 'It opens in this tab.'}</p>
      <div className="mt-6">
        <LinkButton href={joinUrl} tone="primary" size="large">
          Open meeting
        </LinkButton>
      </div>
    </>
  )
}

type NotOpenYetProps = {
  meeting: Meeting
  opensAt: string
  now: Date
  zone: string
  /** null: already pressed. */
  onJoin: (() => void) | null
}

export function NotOpenYet({ meeting, opensAt, now, zone, onJoin }: NotOpenYetProps) {
  const inText = formatDuration(Date.parse(opensAt) - now.getTime())
  return (
    <>
      <h1 className="figures font-semibold text-28">
        {['Opens', nearDay(opensAt, now, zone), 'at', formatTime(opensAt, zone), zoneLabel(opensAt, zone)]
          .filter(Boolean)
          .join(' ')}
      </h1>
      <p className="figures mt-2 text-16 text-soft">
        That’s in {inText}.{' '}
        {onJoin
          ? 'Come back then, or let this tab join as soon as it opens.'
          : 'Keep this tab open to join automatically, or come back then.'}
      </p>
      <MeetingFacts meeting={meeting} now={now} zone={zone} />
      <Back>{onJoin ? <Button onClick={onJoin}>Join when it opens</Button> : null}</Back>
    </>
  )
}

type EndedProps = { meeting: Meeting; endedAt: string | null; joinUrl: string; zone: string }

export function Ended({ meeting, endedAt, joinUrl, zone }: EndedProps) {
  return (
    <>
      <h1 className="font-semibold text-28">This meeting has ended</h1>
      <p className="figures mt-2 text-16 text-soft">
        {apart(meeting.subject)} ended{endedAt ? ` at ${formatTime(endedAt, zone)} ${zoneLabel(endedAt, zone)}` : ''}.
        If {apart(meeting.organizer.name)} starts it again, you can still open it.
      </p>
      <Back>
        <LinkButton href={joinUrl}>Open anyway</LinkButton>
      </Back>
    </>
  )
}

type FailedProps = { error: Error; meeting?: Meeting; onRetry: () => void }

export function Failed({ error, meeting, onRetry }: FailedProps) {
  const isMissing = isProblem(error, 'not_found')
  return (
    <div role="alert">
      <h1 className="font-semibold text-28">{isMissing ? 'Meeting not found' : 'Couldn’t join'}</h1>
      <p className="mt-2 text-16 text-soft">{isMissing ? missingMeeting : error.message}</p>
      {meeting ? (
        <p className="mt-2 text-14 text-faint">
          <bdi>{meeting.subject}</bdi>
        </p>
      ) : null}
      <Back>
        {isMissing ? null : (
          <Button tone="primary" onClick={onRetry}>
            Try again
          </Button>
        )}
      </Back>
    </div>
  )
}

export function Back({ children }: { children?: ReactNode }) {
  return (
    <div className="mt-6 flex flex-wrap gap-2">
      {children}
      <LinkButton href="/" tone={children ? 'quiet' : 'plain'}>
        Back to Home
      </LinkButton>
    </div>
  )
}
