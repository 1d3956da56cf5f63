import { Badge } from '#components/ui/badge.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { formatDuration } from '#lib/time/format.ts'
import type { Moment } from './moment.ts'
import { overdueText } from './overdue-text.ts'

/** A meeting's state: a word, an icon and a colour, in this order of weight. */
export function MeetingState({ moment, now, zone }: { moment: Moment; now: Date; zone: string }) {
  switch (moment.kind) {
    case 'live':
      return (
        <Badge tone="live" icon={<Icon name="circle" size={8} fill="currentColor" className="animate-breathe" />}>
          Live
        </Badge>
      )
    case 'ending':
      return (
        <Badge tone="attention" icon={<Icon name="hourglass" size={14} />}>
          Ending
        </Badge>
      )
    case 'cancelling':
      return (
        <Badge tone="trouble" icon={<Icon name="ban" size={14} />}>
          Being cancelled
        </Badge>
      )
    case 'waiting':
      return (
        <Badge tone="attention" icon={<Icon name="hourglass" size={14} />}>
          Waiting for host
        </Badge>
      )
    case 'opening':
      return (
        <Badge tone="soon" icon={<Icon name="clock" size={14} />}>
          Starts in {formatDuration(moment.startsInMs)}
        </Badge>
      )
    case 'late':
      return (
        <Badge tone="attention" icon={<Icon name="clock" size={14} />}>
          {moment.sinceMs < 60_000 ? 'Starting now' : `${formatDuration(moment.sinceMs)} late`}
        </Badge>
      )
    case 'overdue':
      return <span className="figures text-12 text-faint">{overdueText(moment.until, now, zone)}</span>
    case 'ended':
      return (
        <Badge tone="calm" icon={<Icon name="circle-check" size={14} />}>
          Ended
        </Badge>
      )
    case 'idle-room':
      return (
        <Badge tone="calm" icon={<Icon name="door-open" size={14} />}>
          Room · empty
        </Badge>
      )
    case 'over':
      return <span className="text-12 text-faint">Past</span>
    case 'later':
      return <span className="figures text-12 text-faint">in {formatDuration(moment.startsInMs)}</span>
  }
}
