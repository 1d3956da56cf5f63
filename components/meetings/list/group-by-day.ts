import type { Meeting } from '#lib/meetings/schema.ts'
import { dayKey } from '#lib/time/format.ts'
import { dayTitle } from '#lib/time/from-now.ts'
import { isNow } from './moment.ts'

export type Day = { key: string; title: string; meetings: Meeting[] }
export type Agenda = {
  /** What I have today, where my own day is shown apart. */
  mine: Meeting[]
  now: Meeting[]
  days: Day[]
  rooms: Meeting[]
}

/**
 * Lists every meeting once: under Now, under its local day, or among the rooms, which have no date. What person
 * `myDayOf` organizes or is invited to today goes into their own day instead.
 */
export function groupByDay(meetings: Meeting[], now: Date, zone: string, myDayOf: string | null = null): Agenda {
  const agenda: Agenda = { mine: [], now: [], days: [], rooms: [] }
  const seen = new Set<string>()
  for (const meeting of meetings) {
    // Pages may overlap if the list moved between two requests.
    if (seen.has(meeting.id)) continue
    seen.add(meeting.id)
    if (myDayOf && isOf(meeting, myDayOf) && isToday(meeting, now, zone)) agenda.mine.push(meeting)
    else if (isNow(meeting, now)) agenda.now.push(meeting)
    else if (meeting.startsAt === null) agenda.rooms.push(meeting)
    else dayOf(agenda.days, meeting.startsAt, now, zone).meetings.push(meeting)
  }
  return agenda
}

function isOf({ organizer, invited }: Meeting, personId: string): boolean {
  return organizer.personId === personId || invited.some((one) => one.personId === personId)
}

function isToday(meeting: Meeting, now: Date, zone: string): boolean {
  if (isNow(meeting, now)) return true
  return meeting.startsAt !== null && dayKey(meeting.startsAt, zone) === dayKey(now, zone)
}

function dayOf(days: Day[], startsAt: string, now: Date, zone: string): Day {
  const key = dayKey(startsAt, zone)
  let day = days.find((known) => known.key === key)
  if (!day) {
    day = { key, title: dayTitle(startsAt, now, zone), meetings: [] }
    days.push(day)
  }
  return day
}
