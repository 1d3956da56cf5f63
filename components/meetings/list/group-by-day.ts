import type { Meeting } from '#lib/meetings/schema.ts'
import { dayKey } from '#lib/time/format.ts'
import { dayTitle } from '#lib/time/from-now.ts'
import { isMine, isOverdue, joinOrder } from './join-order.ts'
import { isNow } from './moment.ts'
import type { Section } from './stretches.ts'

type Day = { key: string; title: string; meetings: Meeting[] }
export type Agenda = {
  /** What I have today, where my own day is shown apart. */
  mine: Meeting[]
  now: Meeting[]
  days: Day[]
  rooms: Meeting[]
}

/** `hasMyDay`: what I organize or am invited to today goes into a day of my own. */
type Standpoint = { me?: string | undefined; hasMyDay?: boolean }

/**
 * Lists every meeting once: under Now, in the order of `joinOrder`, under its local day, or among the rooms, which have
 * no date.
 */
export function groupByDay(
  meetings: readonly Meeting[],
  now: Date,
  zone: string,
  { me, hasMyDay = false }: Standpoint = {},
): Agenda {
  const agenda: Agenda = { mine: [], now: [], days: [], rooms: [] }
  const seen = new Set<string>()
  for (const meeting of meetings) {
    // Pages may overlap if the list moved between two requests.
    if (seen.has(meeting.id)) continue
    seen.add(meeting.id)
    if (hasMyDay && isMine(meeting, me) && isToday(meeting, now, zone)) agenda.mine.push(meeting)
    else if (isNow(meeting, now)) agenda.now.push(meeting)
    else if (meeting.startsAt === null) agenda.rooms.push(meeting)
    else dayOf(agenda.days, meeting.startsAt, now, zone).meetings.push(meeting)
  }
  agenda.now = joinOrder(agenda.now, me, now)
  agenda.mine = myDayInOrder(agenda.mine, me, now)
  return agenda
}

export function nowSection({ now }: Agenda): Section {
  return { key: 'now', title: 'Now', meetings: now }
}

export function roomsSection({ rooms }: Agenda, title = 'Rooms'): Section {
  return { key: 'rooms', title, meetings: rooms }
}

/** What is on first, then what is to come today; what should have started long ago is out of the way of both. */
function myDayInOrder(mine: readonly Meeting[], me: string | undefined, now: Date): Meeting[] {
  const current = joinOrder(mine, me, now).filter((meeting) => isNow(meeting, now))
  const overdue = current.filter((meeting) => isOverdue(meeting, now))
  const others = mine.filter((meeting) => !isNow(meeting, now))
  return [...current.filter((meeting) => !isOverdue(meeting, now)), ...others, ...overdue]
}

function isToday(meeting: Meeting, now: Date, zone: string): boolean {
  if (isNow(meeting, now)) return true
  return meeting.startsAt !== null && dayKey(meeting.startsAt, zone) === dayKey(now, zone)
}

function dayOf(days: Day[], startsAt: string, now: Date, zone: string): Day {
  const key = dayKey(startsAt, zone)
  let day = days.findLast((known) => known.key === key)
  if (!day) {
    day = { key, title: dayTitle(startsAt, now, zone), meetings: [] }
    days.push(day)
  }
  return day
}
