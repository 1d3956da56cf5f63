import { momentOf } from '#components/meetings/list/moment.ts'
import { apart } from '#lib/apart.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { dayKey, formatDuration } from '#lib/time/format.ts'
import { atText } from '#lib/time/from-now.ts'

/** Where a meeting stands, how Foyer knows, and as of when: `Live since 10:02 CET · Confirmed by GoTo at 10:04`. */
export function stateStory(meeting: MeetingDetail, now: Date, zone: string): string {
  return [whatIsKnown(meeting, now, zone), stateSource(meeting, now, zone)].filter(Boolean).join(' · ')
}

/** How Foyer knows where it stands, and as of when. */
export function stateSource(meeting: MeetingDetail, now: Date, zone: string): string {
  return [whatRunsThere(meeting), howItIsKnown(meeting, now, zone)].filter(Boolean).join(' · ')
}

function whatIsKnown(meeting: MeetingDetail, now: Date, zone: string): string {
  const since = meeting.stateSince ? atText(meeting.stateSince, now, zone, { withZone: true }) : null
  switch (momentOf(meeting, now).kind) {
    case 'live':
      return since ? `Live since ${since}` : 'Live'
    case 'waiting':
      return since ? `Somebody pressed Join ${since}; the host hasn’t started yet` : 'The host hasn’t started yet'
    case 'ending':
      return `End pressed${since ? ` ${since}` : ''}; waiting for GoTo to confirm`
    case 'ended':
      return since ? `Ended ${since}` : 'Ended'
    case 'idle-room':
      return 'No meeting running'
    case 'late':
      return 'Not started yet'
    case 'overdue':
      return since ? `Somebody pressed Join ${since}` : ''
    case 'over':
      return 'Not started, as far as Foyer knows'
    case 'cancelling':
      return 'Being cancelled'
    case 'opening':
    case 'later':
      return 'Scheduled'
  }
}

/** What runs in a shared room long before or after this meeting's time is another meeting, and people should know. */
export function whatRunsThere({ room, state }: MeetingDetail): string {
  return room?.isLive && state !== 'live' && state !== 'ending'
    ? `Another meeting is running in “${apart(room.subject)}”`
    : ''
}

function howItIsKnown({ state, stateFrom, stateAsOf, cancelsAt }: MeetingDetail, now: Date, zone: string): string {
  if (cancelsAt) return ''
  if (stateFrom === 'history') return 'From GoTo’s history'
  if (stateAsOf === null) return state === 'scheduled' ? 'Not checked with GoTo yet' : ''
  const age = now.getTime() - Date.parse(stateAsOf)
  const time = `${onOrAt(stateAsOf, now, zone)} ${atText(stateAsOf, now, zone)}${age >= 120_000 ? `, ${formatDuration(age)} ago` : ''}`
  return stateFrom === 'goto' ? `Confirmed by GoTo ${time}` : `Checked with GoTo ${time}`
}

/** `at` before a time of today, `on` before another day. */
function onOrAt(instant: string, now: Date, zone: string): 'at' | 'on' {
  return dayKey(instant, zone) === dayKey(now, zone) ? 'at' : 'on'
}
