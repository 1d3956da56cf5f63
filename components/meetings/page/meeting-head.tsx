import { MeetingState } from '#components/meetings/list/meeting-state.tsx'
import { momentOf } from '#components/meetings/list/moment.ts'
import { cx } from '#components/ui/cx.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { MeetingActions } from './meeting-actions.tsx'
import { stateStory } from './state-story.ts'
import { useAnnounced } from './use-announced.ts'
import { When } from './when.tsx'

type MeetingHeadProps = { meeting: MeetingDetail; now: Date; zone: string; onCancel: () => void }

/** What, when, where it stands, and what can be done about it. */
export function MeetingHead({ meeting, now, zone, onCancel }: MeetingHeadProps) {
  const moment = momentOf(meeting, now)
  const story = stateStory(meeting, now, zone)
  useAnnounced(moment.kind, story)
  return (
    <header className="mt-3">
      <div className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1">
        <MeetingState moment={moment} now={now} zone={zone} />
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
