import { momentOf } from '#components/meetings/list/moment.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { formatDuration } from '#lib/time/format.ts'
import { atText } from './at-text.ts'

/** Where a meeting stands, what that is known from, and how old the knowledge is: `Live since 10:02 CET · seen at GoTo 10:04`. */
export function stateStory(meeting: MeetingDetail, now: Date, zone: string): string {
  return [whatIsKnown(meeting, now, zone), whatRunsThere(meeting), howItIsKnown(meeting, now, zone)]
    .filter(Boolean)
    .join(' · ')
}

function whatIsKnown(meeting: MeetingDetail, now: Date, zone: string): string {
  const since = meeting.stateSince ? atText(meeting.stateSince, now, zone, { withZone: true }) : null
  switch (momentOf(meeting, now).kind) {
    case 'live':
      return since ? `Live since ${since}` : 'Live'
    case 'waiting':
      return since ? `Somebody pressed Join at ${since}, and the host is not there yet` : 'The host is not there yet'
    case 'ending':
      return `End was pressed${since ? ` at ${since}` : ''}: waiting for GoTo to say that it is over`
    case 'ended':
      return since ? `Ended ${since}` : 'Ended'
    case 'idle-room':
      return 'Nobody is in'
    case 'late':
      return 'Planned, and nobody has started it'
    case 'over':
      return 'Its time has passed, and nobody saw it take place'
    case 'cancelling':
      return 'Being cancelled'
    case 'opening':
    case 'later':
      return 'Planned'
  }
}

/** In a shared room, what runs long before or after a meeting's time is not this meeting; its people should know of it. */
function whatRunsThere({ room, state }: MeetingDetail): string {
  return room?.isLive && state !== 'live' && state !== 'ending' ? `A meeting runs in “${room.subject}” now` : ''
}

function howItIsKnown({ state, stateFrom, stateAsOf, cancelsAt }: MeetingDetail, now: Date, zone: string): string {
  if (cancelsAt) return ''
  if (stateFrom === 'history') return 'from GoTo’s history'
  if (stateAsOf === null) return state === 'scheduled' ? 'GoTo was not asked about it yet' : ''
  const age = now.getTime() - Date.parse(stateAsOf)
  const time = `${atText(stateAsOf, now, zone)}${age >= 120_000 ? `, ${formatDuration(age)} ago` : ''}`
  return stateFrom === 'goto' ? `seen at GoTo ${time}` : `GoTo last asked ${time}`
}
