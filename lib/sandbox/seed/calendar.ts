import { officeBoundaries, restDayBoundaries, workdayBoundaries } from './boundaries.ts'
import type { Company, GroupName, SeedOrganizer } from './company.ts'
import { roomMeetingId, type Slot, slotMeetingId } from './ids.ts'
import { type Random, randomFor } from './random.ts'
import { makeRooms, type Room } from './rooms.ts'
import { offHoursSubject, seriesSubject, singleSubject } from './subjects.ts'
import { localDay, localInstant, weekday } from './zone.ts'

export type MeetingType = 'scheduled' | 'immediate' | 'recurring'

/** One meeting of the simulated company: planned and, unless somebody interferes, held. */
export type Planned = {
  place: Slot
  meetingId: string
  organizerKey: string
  type: MeetingType
  subject: string
  audio: string
  coorganizerKeys: string[]
  startsAt: number
  endsAt: number
  createdAt: number
  /**
   * When the simulated people really start and end it; `null` for the four named people, who wait for somebody to act.
   */
  runsFrom: number
  runsUntil: number
  isNamed: boolean
  /** What stays the same from week to week: its regular attendees follow from it. */
  series: string | null
}

export type CalendarSettings = { company: Company; lanes: number; zone: string }

const minute = 60_000
const day = 86_400_000
/** Above all other lanes: the named people's own. */
const namedLanes = 250

/**
 * The company's life as a function of the day. A lane is a row of meetings without gaps, around the clock: one ends
 * when the next begins, so that as many are active at any moment as there are lanes, whatever day the sandbox starts.
 * In office hours they are planned meetings; at night and at weekends people just meet, as in companies with shifts and
 * branches. A lane has its own organizers, so that nobody is in two meetings at once.
 */
export function createCalendar({ company, lanes, zone }: CalendarSettings) {
  const simulated = company.organizers.filter(({ isNamed }) => !isNamed)
  const named = company.organizers.filter(
    ({ isNamed, accountKey }) => isNamed && accountKey === company.organizers[0]?.accountKey,
  )
  const groupNames = new Map(company.groups.map(({ key, name }) => [key, name as GroupName]))
  const teams = Array.from({ length: lanes }, (_, lane) => teamOf(lane))
  const laneOf = new Map(teams.flatMap((team, lane) => team.map(({ key }) => [key, lane] as const)))
  for (const [nth, { key }] of named.entries()) laneOf.set(key, namedLanes + nth)
  const rooms = makeRooms(company, [...named, ...simulated.filter((_, nth) => nth % 4 === 0)])
  const cache = new Map<number, Planned[]>()

  /** Sales has the most licences, other departments the most variety: both host about equally often. */
  function teamOf(lane: number): SeedOrganizer[] {
    const others = simulated.filter(({ groupKey }) => groupNames.get(groupKey) !== 'Sales')
    const sales = simulated.filter(({ groupKey }) => groupNames.get(groupKey) === 'Sales')
    return [...others, ...sales].filter((_, nth) => nth % lanes === lane)
  }

  /** All meetings in a lane on a day, in order. */
  function onDay(date: number, lane: number): Planned[] {
    const key = date * 256 + lane
    const known = cache.get(key)
    if (known) return known
    const made = lane >= namedLanes ? namedDay(date, lane) : laneDay(date, lane)
    if (cache.size > 20_000) cache.clear()
    cache.set(key, made)
    return made
  }

  function laneDay(date: number, lane: number): Planned[] {
    const isWorkday = weekday(date) % 6 !== 0
    const random = randomFor('lane', lane, weekday(date))
    const boundaries = isWorkday ? workdayBoundaries(random) : restDayBoundaries(random)
    return boundaries.map(({ minutes, isOffice }, slot) => {
      const startsAt = localInstant(date, minutes, zone)
      const endsAt = localInstant(date, boundaries[slot + 1]?.minutes ?? 24 * 60, zone)
      const runs = { from: startsAt + drift(lane, startsAt), until: endsAt + drift(lane, endsAt) }
      return isOffice
        ? officeMeeting({ day: date, lane, slot }, startsAt, endsAt, runs)
        : offHoursMeeting({ day: date, lane, slot }, endsAt, runs)
    })
  }

  function officeMeeting(
    place: Slot,
    startsAt: number,
    endsAt: number,
    runs: { from: number; until: number },
  ): Planned {
    const weekly = randomFor('week slot', place.lane, weekday(place.day), place.slot)
    const isSeries = weekly.chance(0.45)
    const random = isSeries ? weekly : randomFor('slot', place.day, place.lane, place.slot)
    const organizer = hostOf(place.lane, random)
    const group = groupNames.get(organizer.groupKey) ?? 'Sales'
    const room = rooms.get(company.organizers.indexOf(organizer))
    const series = isSeries ? `${place.lane}/${weekday(place.day)}/${place.slot}` : null
    if (room && random.chance(0.5)) return inRoom(room, place, runs, series ?? `room ${room.room}`)
    const subject = isSeries ? seriesSubject(group, random) : singleSubject(group, random)
    const isImmediate = !isSeries && random.chance(0.1)
    return {
      ...common(place, organizer, runs),
      type: isImmediate ? 'immediate' : 'scheduled',
      subject,
      audio: random.pick(['Hybrid', 'Hybrid', 'VoIP', 'PSTN', 'Free']),
      coorganizerKeys: random.chance(0.1)
        ? [hostOf(place.lane, random).key].filter((key) => key !== organizer.key)
        : [],
      startsAt: isImmediate ? wholeMinute(runs.from) : startsAt,
      endsAt,
      createdAt: isImmediate ? runs.from : startsAt - random.int(15, 40) * day - random.int(0, 600) * minute,
      series,
    }
  }

  function offHoursMeeting(place: Slot, endsAt: number, runs: { from: number; until: number }): Planned {
    const random = randomFor('off hours', place.day, place.lane, place.slot)
    const organizer = hostOf(place.lane, random)
    return {
      ...common(place, organizer, runs),
      type: 'immediate',
      subject: offHoursSubject(random),
      audio: 'VoIP',
      coorganizerKeys: [],
      startsAt: wholeMinute(runs.from),
      endsAt,
      createdAt: runs.from,
      series: `off hours ${place.lane}`,
    }
  }

  /** A few meetings per workday, with gaps between them. */
  function namedDay(date: number, lane: number): Planned[] {
    const organizer = named[lane - namedLanes]
    if (!organizer || weekday(date) % 6 === 0) return []
    const week = randomFor('named', organizer.email, weekday(date))
    return officeBoundaries(week).map(({ minutes, length }, slot) => {
      const place = { day: date, lane, slot }
      const weekly = randomFor('named slot', lane, weekday(date), slot)
      const isSeries = weekly.chance(0.6)
      const random = isSeries ? weekly : randomFor('named slot', date, lane, slot)
      const startsAt = localInstant(date, minutes, zone)
      const endsAt = startsAt + length * minute
      const group = groupNames.get(organizer.groupKey) ?? 'Sales'
      const runs = { from: startsAt + drift(lane, startsAt), until: endsAt + drift(lane, endsAt) }
      return {
        ...common(place, organizer, runs),
        type: 'scheduled',
        subject: isSeries ? seriesSubject(group, random) : singleSubject(group, random),
        audio: 'Hybrid',
        coorganizerKeys: [],
        startsAt,
        endsAt,
        createdAt: startsAt - random.int(15, 40) * day,
        series: isSeries ? `${lane}/${weekday(date)}/${slot}` : null,
        isNamed: true,
      }
    })
  }

  function common(place: Slot, organizer: SeedOrganizer, runs: { from: number; until: number }) {
    const meetingId = slotMeetingId(place)
    return { place, meetingId, organizerKey: organizer.key, runsFrom: runs.from, runsUntil: runs.until, isNamed: false }
  }

  function inRoom(room: Room, place: Slot, runs: { from: number; until: number }, series: string): Planned {
    const { organizer, subject, audio, createdAt } = room
    return {
      ...common(place, organizer, runs),
      meetingId: roomMeetingId(room.room),
      type: 'recurring',
      subject,
      audio,
      coorganizerKeys: [],
      startsAt: createdAt,
      endsAt: createdAt + 60 * minute,
      createdAt,
      series,
    }
  }

  function hostOf(lane: number, random: Random): SeedOrganizer {
    const team = teams[lane] ?? []
    const others = team.filter(({ groupKey }) => groupNames.get(groupKey) !== 'Sales')
    return random.pick(others.length > 0 && random.chance(0.4) ? others : team)
  }

  return {
    company,
    zone,
    rooms,
    laneOf,
    onDay,
    dayOf: (at: number) => localDay(at, zone),
    lanes: [...teams.keys(), ...named.map((_, nth) => namedLanes + nth)],
    simulatedLanes: lanes,
  }
}

/** Meetings start late and overrun; the same instant ends one and starts the next. */
function drift(lane: number, boundary: number): number {
  const random = randomFor('drift', lane, boundary)
  return random.int(-120, random.chance(0.2) ? 540 : 200) * 1_000
}

function wholeMinute(at: number): number {
  return Math.floor(at / minute) * minute
}
