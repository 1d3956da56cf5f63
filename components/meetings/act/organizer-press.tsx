import { isStartable, momentOf } from '#components/meetings/list/moment.ts'
import { lacksGrant } from '#components/shell/goto-grant.ts'
import { leaveToConnect } from '#components/shell/leave-to-connect.ts'
import { useMe } from '#components/shell/use-me.ts'
import { Button } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import type { Meeting } from '#lib/meetings/schema.ts'
import { useStart } from './use-start.ts'

const UndoAction = lazily(() => import('./undo-action.tsx').then((module) => module.UndoAction))

/** What an organizer can press in a row: Start, the way back in as host, or Undo. */
export function OrganizerPress({ meeting, now }: { meeting: Meeting; now: Date }) {
  return meeting.cancelsAt ? <UndoAction meeting={meeting} /> : <StartInRow meeting={meeting} now={now} />
}

/** There is room for its name alone: that it leads to GoTo first is its description. */
function StartInRow({ meeting, now }: { meeting: Meeting; now: Date }) {
  const { kind } = momentOf(meeting, now)
  // A host who came in through Join would be just another guest.
  const isOn = kind === 'live' || kind === 'ending'
  const { isBusy, start, expect } = useStart(meeting, isOn ? 'open' : 'start')
  const isUnconnected = lacksGrant(useMe())
  const first = isUnconnected ? 'GoTo isn’t connected: this connects it first' : undefined
  const label = isOn ? 'Open as host' : 'Start'
  return (
    <Button
      tone={!isOn && !isUnconnected && isStartable(meeting, now) ? 'primary' : 'plain'}
      title={first}
      aria-label={`${label}: ${meeting.subject}`}
      aria-description={first}
      isBusy={isBusy}
      onPointerEnter={expect}
      onFocus={expect}
      onClick={isUnconnected ? () => leaveToConnect() : start}
    >
      {label}
    </Button>
  )
}
