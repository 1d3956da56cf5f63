import { PageLink } from '#components/shell/page-link.tsx'
import { buttonStyle } from '#components/ui/button-style.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { formatDay } from '#lib/time/format.ts'
import { LastMeeting } from './last-meeting.tsx'
import { MeetingSection } from './meeting-section.tsx'

type MyDayProps = {
  meetings: Meeting[]
  joined: Record<string, string>
  nextId: string | null
  me: string
  now: Date
  zone: string
}

/**
 * An organizer's own day above the company's, with their last meeting. The strip for the last meeting has its height
 * before its answer comes, so nothing moves.
 */
export function MyDay({ meetings, ...shared }: MyDayProps) {
  return (
    <>
      <MeetingSection
        title={`My day · ${formatDay(shared.now, shared.zone, shared.now)}`}
        meetings={meetings}
        hasWho={meetings.some(({ organizer }) => organizer.personId !== shared.me)}
        whenEmpty="You have nothing more today."
        action={
          <PageLink href="/meetings/new" className={buttonStyle('plain')}>
            New meeting
          </PageLink>
        }
        {...shared}
      />
      <section aria-label="Last meeting" className="mt-2 h-18 sm:h-13">
        <LastMeeting now={shared.now} zone={shared.zone} />
      </section>
    </>
  )
}
