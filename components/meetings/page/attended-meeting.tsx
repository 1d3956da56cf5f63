import { momentOf } from '#components/meetings/list/moment.ts'
import { useMe } from '#components/shell/use-me.ts'
import { cx } from '#components/ui/cx.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { Agenda } from './agenda.tsx'
import { Cancellation } from './cancellation.tsx'
import { Company } from './company.tsx'
import { MeetingFactsCard } from './facts-card.tsx'
import { MeetingActions } from './meeting-actions.tsx'
import { myRole } from './my-role.ts'
import { stateSentence } from './state-sentence.ts'
import { stateSource, whatRunsThere } from './state-story.ts'
import { useAnnounced } from './use-announced.ts'
import { WhatCameOfIt } from './what-came-of-it.tsx'
import { When } from './when.tsx'

type AttendedMeetingProps = { meeting: MeetingDetail; now: Date; zone: string }

/** A meeting for somebody who only attends: one column, and first of all where it stands. */
export function AttendedMeeting({ meeting, now, zone }: AttendedMeetingProps) {
  const me = useMe()?.personId
  const { kind } = momentOf(meeting, now)
  const { lead, rest } = stateSentence(meeting, now, zone)
  useAnnounced(kind, lead)
  const isLive = kind === 'live' || kind === 'ending'
  return (
    <div className="mx-auto mt-3 flex max-w-2xl flex-col gap-8">
      <header>
        <h1
          className={cx(
            'font-semibold text-20 [overflow-wrap:anywhere] sm:text-28',
            kind === 'cancelling' && 'text-faint line-through',
          )}
        >
          <bdi>{meeting.subject}</bdi>
        </h1>
        <When meeting={meeting} now={now} zone={zone} />
        {meeting.cancelsAt ? (
          <Cancellation meeting={meeting} cancelsAt={meeting.cancelsAt} takesFocus={false} />
        ) : (
          <div className="edge mt-6 rounded-xl bg-sunken p-5">
            <p className="figures text-20">
              <span className={cx('font-semibold', isLive && 'text-live', kind === 'overdue' && 'text-soft')}>
                {lead}
              </span>
              {rest ? <span className="text-soft"> {rest}</span> : null}
            </p>
            <p className="figures mt-1 text-12 text-faint empty:hidden">
              {/* Long before it opens there is nothing to ask GoTo about it. */}
              {kind === 'later' ? whatRunsThere(meeting) : stateSource(meeting, now, zone)}
            </p>
            <MeetingActions meeting={meeting} now={now} zone={zone} onCancel={() => undefined} />
          </div>
        )}
      </header>
      <WhatCameOfIt meeting={meeting} now={now} zone={zone} />
      <MeetingFactsCard meeting={meeting} role={myRole(meeting, me)} />
      <Agenda text={meeting.agenda} />
      <Company meeting={meeting} me={me} />
    </div>
  )
}
