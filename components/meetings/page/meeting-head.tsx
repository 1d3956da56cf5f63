import { useEffect, useRef } from 'react'
import { MeetingState } from '#components/meetings/list/meeting-state.tsx'
import { momentOf } from '#components/meetings/list/moment.ts'
import { announce } from '#components/shell/announce.tsx'
import { cx } from '#components/ui/cx.ts'
import { apart } from '#lib/apart.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { dayKey, formatDateTime, formatTimeRange, zoneLabel } from '#lib/time/format.ts'
import { dayTitle } from '#lib/time/from-now.ts'
import { zoneName } from '#lib/time/zone-names.ts'
import { MeetingActions } from './meeting-actions.tsx'
import { stateStory } from './state-story.ts'

type MeetingHeadProps = { meeting: MeetingDetail; now: Date; zone: string; onCancel: () => void }

/** What, when, where it stands, and what can be done about it. */
export function MeetingHead({ meeting, now, zone, onCancel }: MeetingHeadProps) {
  const moment = momentOf(meeting, now)
  const story = stateStory(meeting, now, zone)
  useAnnounced(moment.kind, story)
  return (
    <header className="mt-3">
      <div className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1">
        <MeetingState moment={moment} />
        {moment.kind === 'cancelling' ? null : <p className="figures text-14 text-faint">{story}</p>}
      </div>
      <h1
        className={cx(
          'mt-2 font-semibold text-20 [overflow-wrap:anywhere] sm:text-28',
          moment.kind === 'cancelling' && 'text-faint line-through',
        )}
      >
        <bdi>{meeting.subject}</bdi>
      </h1>
      <When meeting={meeting} now={now} zone={zone} />
      <MeetingActions meeting={meeting} now={now} zone={zone} onCancel={onCancel} />
    </header>
  )
}

function When({ meeting, now, zone }: { meeting: MeetingDetail; now: Date; zone: string }) {
  const { startsAt, endsAt } = meeting
  if (!startsAt || !endsAt) return <p className="mt-1.5 text-16 text-soft">A room: open at any time</p>
  const there = thereText(meeting, startsAt, endsAt, zone)
  return (
    <p className="mt-1.5 text-16 text-soft">
      {dayTitle(startsAt, now, zone)} ·{' '}
      <time dateTime={startsAt} className="whitespace-nowrap text-ink">
        {formatTimeRange(startsAt, endsAt, zone)}
      </time>{' '}
      {zoneLabel(startsAt, zone)}
      {there ? <span className="figures block text-14 text-faint">{there}</span> : null}
    </p>
  )
}

/** The organizer's own clock, where it shows another time. */
function thereText({ zone: there, organizer }: MeetingDetail, startsAt: string, endsAt: string, here: string): string {
  if (!there || formatTimeRange(startsAt, endsAt, there) === formatTimeRange(startsAt, endsAt, here)) return ''
  const label = zoneLabel(startsAt, there)
  const isSameDay = dayKey(startsAt, there) === dayKey(startsAt, here)
  const time = isSameDay ? `${formatTimeRange(startsAt, endsAt, there)} ${label}` : formatDateTime(startsAt, there)
  return `Scheduled by ${apart(organizer.name)} for ${time}${label === there ? '' : ` (${zoneName(there)})`}`
}

/** Announces when the meeting begins, ends or is cancelled, but not its state on arrival. */
function useAnnounced(kind: string, story: string): void {
  const announced = useRef(kind)
  useEffect(() => {
    if (announced.current === kind) return
    announced.current = kind
    announce(story)
  }, [kind, story])
}
