import { momentOf } from '#components/meetings/list/moment.ts'
import { overdueText } from '#components/meetings/list/overdue-text.ts'
import { apart } from '#lib/apart.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { formatDuration, formatTime } from '#lib/time/format.ts'
import { atText, nearDay } from '#lib/time/from-now.ts'

/** Where a meeting stands, for somebody who attends: what to know at a glance, and what else is known. */
export type StateSentence = { lead: string; rest: string | null }

/** `Opens Monday at 11:45.` `Olivia Marsh usually starts on time.` */
export function stateSentence(meeting: MeetingDetail, now: Date, zone: string): StateSentence {
  const host = apart(meeting.organizer.name)
  const habit = meeting.startsOnTime ? `${host} usually starts on time.` : null
  const since = meeting.stateSince ? ` since ${atText(meeting.stateSince, now, zone)}` : ''
  const moment = momentOf(meeting, now)
  switch (moment.kind) {
    case 'later':
      return { lead: `Opens ${comingText(moment.opensAt, now, zone)}.`, rest: habit }
    case 'opening':
      return { lead: `Starts in ${formatDuration(moment.startsInMs)}.`, rest: habit }
    case 'late':
      return { lead: lateText(moment.sinceMs), rest: `${host} hasn’t started yet.` }
    case 'overdue':
      return { lead: `${overdueText(moment.until, now, zone)}.`, rest: `${host} may not be coming.` }
    case 'waiting':
      return { lead: `Waiting for ${host} to start.`, rest: habit }
    case 'live':
      return { lead: `Live${since}.`, rest: null }
    case 'ending':
      return { lead: 'About to end.', rest: null }
    case 'ended':
      return { lead: meeting.stateSince ? `Ended ${atText(meeting.stateSince, now, zone)}.` : 'Ended.', rest: null }
    case 'idle-room':
      return { lead: 'No meeting running, as far as Foyer knows.', rest: null }
    case 'over':
      return { lead: 'Not started, as far as Foyer knows.', rest: null }
    case 'cancelling':
      return { lead: 'Being cancelled.', rest: null }
  }
}

function comingText(instant: string, now: Date, zone: string): string {
  return `${nearDay(instant, now, zone)} at ${formatTime(instant, zone)}`.trim()
}

function lateText(sinceMs: number): string {
  return sinceMs < 60_000 ? 'Starting now.' : `${formatDuration(sinceMs)} late.`
}
