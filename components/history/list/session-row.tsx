import type { ReactNode } from 'react'
import { minutesText } from '#components/history/parts/figures.ts'
import { peopleText } from '#components/history/parts/people-text.ts'
import { noPlanText, punctualityText, sittingText } from '#components/history/parts/punctuality-text.ts'
import { PageLink } from '#components/shell/page-link.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { PastSession } from '#lib/history/schema.ts'
import { formatTimeRange, zoneLabels } from '#lib/time/format.ts'

type SessionRowProps = { session: PastSession; hasOrganizer: boolean; zone: string }

/** The whole row is a link to the report. */
export function SessionRow({ session, hasOrganizer, zone }: SessionRowProps) {
  const { id, subject, organizer, startedAt, endedAt, minutes } = session
  const plan = planOf(session, zone)
  return (
    <li>
      <PageLink id={sessionRowId(id)} href={`/history/${id}`} className={sessionRowStyle(hasOrganizer)}>
        <span
          dir="auto"
          className="min-w-0 text-left font-medium text-16 leading-6 [grid-area:subject] [overflow-wrap:anywhere] sm:text-14 lg:truncate"
          title={subject}
        >
          {subject}
        </span>
        <span className="flex min-w-0 flex-wrap items-center gap-x-3 [grid-area:facts] lg:contents">
          <span
            className={cx('whitespace-nowrap text-14 [grid-area:when]', plan === null && 'lg:[grid-row-end:plan-end]')}
          >
            <time dateTime={startedAt}>{formatTimeRange(startedAt, endedAt, zone)}</time>{' '}
            <span className="text-12 text-faint">{zoneLabels(startedAt, endedAt, zone)}</span>
          </span>
          <span className="figures whitespace-nowrap text-14 text-soft [grid-area:length] lg:text-right">
            {minutes === null ? null : `${minutesText(minutes)} min`}
          </span>
          <span className="figures inline-flex items-center gap-1.5 whitespace-nowrap text-14 text-soft [grid-area:people]">
            <Icon name="users" size={14} className="text-faint" />
            {peopleText(session)}
          </span>
        </span>
        {plan === null ? null : <span className="figures min-w-0 text-12 text-faint [grid-area:plan]">{plan}</span>}
        {hasOrganizer ? (
          <span
            dir="auto"
            className="min-w-0 truncate text-left text-14 text-soft [grid-area:who]"
            title={organizer.email}
          >
            {organizer.name}
          </span>
        ) : null}
        <Icon name="chevron-right" size={16} className="justify-self-end text-faint [grid-area:go]" />
      </PageLink>
    </li>
  )
}

export function sessionRowId(id: string): string {
  return `session-${id}`
}

/** Shared with the skeleton, so that nothing moves when the rows arrive. */
export function sessionRowStyle(hasOrganizer: boolean): string {
  return cx(
    'grid min-h-14 items-center gap-x-4 gap-y-0.5 px-4 py-3 transition-colors duration-100 hover:bg-hover focus-visible:-outline-offset-2',
    "[grid-template-columns:minmax(0,1fr)_1rem] [grid-template-areas:'subject_go''facts_go''plan_go''who_go']",
    "lg:py-2 lg:[grid-template-areas:'when_subject_who_length_people_go''plan_subject_who_length_people_go']",
    hasOrganizer
      ? 'lg:[grid-template-columns:16rem_minmax(0,1fr)_10rem_4.5rem_6rem_1rem]'
      : 'lg:[grid-template-columns:16rem_minmax(0,1fr)_0_4.5rem_6rem_1rem]',
  )
}

/** What was planned, and how it went; null: neither is known. */
function planOf(session: PastSession, zone: string): ReactNode {
  const { plannedStartsAt, plannedEndsAt } = session
  if (plannedStartsAt === null || plannedEndsAt === null) return noPlanText(session)
  return (
    <span title={`Planned ${formatTimeRange(plannedStartsAt, plannedEndsAt, zone)}`}>
      {sittingText(session) ?? punctualityText(session)}
    </span>
  )
}
