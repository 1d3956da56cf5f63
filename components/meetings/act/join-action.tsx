import { isJoinable, momentOf } from '#components/meetings/list/moment.ts'
import { shortcuts } from '#components/shell/shortcuts.ts'
import { useMe } from '#components/shell/use-me.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import type { Meeting } from '#lib/meetings/schema.ts'
import { dayKey, formatDateTime, formatTime } from '#lib/time/format.ts'
import { nearDay } from '#lib/time/from-now.ts'

type JoinActionProps = {
  meeting: Meeting
  joinedAt: string | undefined
  /** Whether `J` presses it, which it then shows. */
  isNext: boolean
  now: Date
  zone: string
}

/** One press. A real link to a new tab, which no popup blocker stops. */
export function JoinAction({ meeting, joinedAt, isNext, now, zone }: JoinActionProps) {
  const moment = momentOf(meeting, now)
  if (moment.kind === 'later')
    return (
      <time
        dateTime={moment.opensAt}
        title={`Join opens ${formatDateTime(moment.opensAt, zone)}`}
        className="inline-flex min-h-9 items-center text-right text-14 text-faint leading-4.5"
      >
        opens {opensOnAnotherDay(meeting, moment.opensAt, zone) ? `${dayName(moment.opensAt, now, zone)} ` : ''}
        {formatTime(moment.opensAt, zone)}
      </time>
    )
  if (!isJoinable(meeting, now)) return null
  return (
    <span className="inline-flex items-center gap-2">
      {isNext ? <JoinKey /> : null}
      <LinkButton
        href={`/meetings/${meeting.id}/join`}
        target="_blank"
        rel="noopener"
        tone={joinedAt || moment.kind === 'overdue' ? 'plain' : 'primary'}
        data-join={isNext ? 'next' : 'other'}
        aria-keyshortcuts={isNext ? 'j' : undefined}
        aria-label={joinedAt ? `Open again: ${meeting.subject}` : `Join now: ${meeting.subject}`}
      >
        {joinedAt ? 'Open again' : 'Join now'}
      </LinkButton>
    </span>
  )
}

/** Shown where there are keys, and only while single keys do something. */
function JoinKey() {
  if (!useMe()?.preferences.singleKeys) return null
  return (
    // Heard as the link's shortcut. Beside it, because a link's name has to hold what stands in it (WCAG 2.5.3).
    <span aria-hidden="true" className="hidden pointer-fine:inline">
      <kbd className="inline-block min-w-5 rounded border border-line bg-raised px-1 text-center font-sans text-12 text-soft leading-4.5">
        {shortcuts.join}
      </kbd>
    </span>
  )
}

/** Rows are listed under the day they start, so an opening the evening before names its day. */
function opensOnAnotherDay({ startsAt }: Meeting, opensAt: string, zone: string): boolean {
  return startsAt !== null && dayKey(startsAt, zone) !== dayKey(opensAt, zone)
}

function dayName(opensAt: string, now: Date, zone: string): string {
  const name = nearDay(opensAt, now, zone) || 'today'
  // The day before the meeting's: `Tue` is enough, and all there is room for.
  return name[0] === name[0]?.toUpperCase() ? name.slice(0, 3) : name
}
