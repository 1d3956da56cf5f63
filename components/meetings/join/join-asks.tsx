import { momentOf } from '#components/meetings/list/moment.ts'
import { overdueText } from '#components/meetings/list/overdue-text.ts'
import { Button } from '#components/ui/button.tsx'
import { apart } from '#lib/apart.ts'
import { formatMeetingId } from '#lib/meeting-id.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { Back } from './join-states.tsx'
import { MeetingFacts } from './meeting-facts.tsx'

/* The button never takes the focus: a page that sent somebody here while Enter is held down must not press it. */

type AskKnownProps = { meeting: Meeting; now: Date; zone: string; onJoin: () => void }

/** A link from elsewhere is no press of Join: the press is made here. */
export function AskKnown({ meeting, now, zone, onJoin }: AskKnownProps) {
  return (
    <>
      <h1 className="font-semibold text-28">Join this meeting?</h1>
      <p className="mt-2 text-16 text-soft">{standing(meeting, now, zone)}</p>
      <MeetingFacts meeting={meeting} now={now} zone={zone} />
      <Back>
        <Button tone="primary" onClick={onJoin}>
          Join now
        </Button>
      </Back>
    </>
  )
}

function standing(meeting: Meeting, now: Date, zone: string): string {
  const moment = momentOf(meeting, now)
  switch (moment.kind) {
    case 'live':
    case 'ending':
      return 'It’s live.'
    case 'overdue':
      return `${overdueText(moment.until, now, zone)}.`
    case 'ended':
      return 'It has ended.'
    case 'over':
      return 'Its time has passed.'
    case 'cancelling':
      return 'It’s being cancelled.'
    default:
      return `${apart(meeting.organizer.name)} hasn’t started it yet.`
  }
}

/** Nobody is sent to a meeting that Foyer doesn’t know without being asked, however its ID came here. */
export function AskUnknown({ digits, onJoin }: { digits: string; onJoin: () => void }) {
  return (
    <>
      <h1 className="figures font-semibold text-28">Open {formatMeetingId(digits)} at GoTo?</h1>
      <p className="mt-2 text-16 text-soft">
        Foyer doesn’t know a meeting with this ID. It may be another company’s, or one you’re not invited to. Open it
        only if you trust where the ID came from.
      </p>
      <Back>
        <Button tone="primary" onClick={onJoin}>
          Join at GoTo
        </Button>
      </Back>
    </>
  )
}
