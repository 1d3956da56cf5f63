import { CopyId } from '#components/meetings/act/copy-id.tsx'
import { PageLink } from '#components/shell/page-link.tsx'
import { cx } from '#components/ui/cx.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { formatDateTime, formatTime, formatTimeRange, zoneLabels } from '#lib/time/format.ts'
import { nearDay } from '#lib/time/from-now.ts'
import { MeetingState } from './meeting-state.tsx'
import { isNow, momentOf } from './moment.ts'
import { RowMenu } from './row-menu.tsx'
import { RowPress } from './row-press.tsx'
import { useRowActs } from './use-row-acts.ts'

export type MeetingRowProps = {
  meeting: Meeting
  joinedAt: string | undefined
  /** Whether `J` joins it. */
  isNext: boolean
  me: string | undefined
  /** Names the organizer; not where all rows are this person's own. */
  hasWho?: boolean
  /** Which of how many it is, where not all of them are there. */
  place?: { nth: number; of: number } | undefined
  now: Date
  zone: string
}

/**
 * Wide: one line of fixed columns, the ID under the organizer until there is room beside them. Narrow: a card of three
 * lines, the press at the lower right.
 */
export function MeetingRow({ meeting, joinedAt, isNext, me, hasWho = true, place, now, zone }: MeetingRowProps) {
  const row = useRowActs(meeting, now)
  const organizer = meeting.organizer.personId === me ? 'You' : meeting.organizer.name
  const moment = momentOf(meeting, now)
  const day = meeting.startsAt ? nearDay(meeting.startsAt, now, zone) : ''
  const isUnderNow = isNow(meeting, now)
  const isLaterDay = moment.kind === 'later' && day !== ''
  const isQuiet = isLaterDay && !isUnderNow && !joinedAt
  return (
    <li
      id={rowId(meeting.id)}
      tabIndex={-1}
      aria-posinset={place?.nth}
      aria-setsize={place?.of}
      onKeyDown={row.onKeyDown}
      className={rowStyle(hasWho)}
    >
      <h3
        dir="auto"
        className={cx(
          'min-w-0 text-left font-medium text-16 leading-6 [grid-area:subject] [overflow-wrap:anywhere] sm:text-14 lg:truncate',
          // Nothing is said beside it.
          isQuiet && 'lg:[grid-column:subject-start/state-end]',
        )}
        title={meeting.subject}
      >
        <PageLink
          href={`/meetings/${meeting.id}`}
          className={cx(
            'rounded-sm hover:underline hover:underline-offset-2',
            moment.kind === 'cancelling' && 'text-faint line-through',
            moment.kind === 'overdue' && 'font-normal text-faint',
          )}
        >
          {meeting.subject}
        </PageLink>
      </h3>
      <div className={factsStyle}>
        {meeting.startsAt && meeting.endsAt ? (
          <time
            dateTime={meeting.startsAt}
            className={cx(whenStyle, moment.kind === 'overdue' ? 'text-faint' : 'text-ink')}
          >
            {formatTimeRange(meeting.startsAt, meeting.endsAt, zone)}{' '}
            <span className="text-12 text-faint">
              {zoneLabels(meeting.startsAt, meeting.endsAt, zone)}
              {/* Now has no heading with its day. */}
              {isUnderNow && day !== '' ? `, ${day}` : ''}
            </span>
          </time>
        ) : (
          <span className={cx(whenStyle, 'text-soft')}>Any time</span>
        )}
        {hasWho ? (
          <div
            dir="auto"
            className="min-w-0 truncate text-left text-14 text-soft lg:[grid-area:who]"
            title={meeting.organizer.email}
          >
            {organizer}
          </div>
        ) : null}
        <CopyId digits={meeting.gotoMeetingId} className="justify-self-start lg:[grid-area:id] lg:max-xl:h-6" />
      </div>
      {isQuiet ? null : (
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 [grid-area:state] lg:gap-y-0">
          {isLaterDay ? null : <MeetingState moment={moment} now={now} zone={zone} />}
          <Presence meeting={meeting} joinedAt={joinedAt} zone={zone} now={now} />
        </div>
      )}
      <div className="-mr-2 flex items-center justify-end gap-1 self-stretch [grid-area:press]">
        <RowPress meeting={meeting} joinedAt={joinedAt} isNext={isNext} now={now} zone={zone} />
        <RowMenu meeting={meeting} now={now} row={row} />
      </div>
    </li>
  )
}

/** In its column a zone that is too long stands under the time. */
const whenStyle = 'whitespace-nowrap text-14 leading-4.5 lg:whitespace-normal lg:[grid-area:when]'

function rowId(meetingId: string): string {
  return `meeting-${meetingId}`
}

/** Of the rows of some pages, in order. */
export function rowIds(pages: { items: Meeting[] }[]): string[] {
  return pages.flatMap(({ items }) => items.map(({ id }) => rowId(id)))
}

/** Shared with the skeleton, so that nothing moves when the rows arrive. */
export function rowStyle(hasWho: boolean): string {
  return cx(
    'grid min-h-14 items-center gap-x-4 gap-y-1 px-4 py-3 transition-colors duration-100 hover:bg-hover',
    'lg:gap-y-0 lg:py-0.5',
    hasWho ? 'meeting-row-who' : 'meeting-row',
  )
}

/** Narrow: one line that wraps. Wide: columns of the row. */
export const factsStyle = 'flex min-w-0 flex-wrap items-center gap-x-3 [grid-area:facts] lg:contents'

/** Who pressed Join: this person, else how many others. A press is not presence, so nobody is said to have joined. */
function Presence({ meeting, joinedAt, now, zone }: Omit<MeetingRowProps, 'me' | 'hasWho' | 'isNext'>) {
  const { kind } = momentOf(meeting, now)
  if (joinedAt) {
    return (
      <span className="figures text-12 text-faint leading-4" title={`Pressed Join ${formatDateTime(joinedAt, zone)}`}>
        Pressed Join {nearDay(joinedAt, now, zone) || formatTime(joinedAt, zone)}
      </span>
    )
  }
  if (meeting.joinPresses > 0 && (kind === 'live' || kind === 'waiting' || kind === 'overdue'))
    return <span className="figures text-12 text-faint leading-4">{meeting.joinPresses} pressed Join</span>
  return null
}
