import { db } from '#lib/db/client.ts'
import { isBeingRead } from '#lib/history/reading/claim-reading.ts'
import { isRead, knownAsOf } from '#lib/history/reading/is-read.ts'
import { mayComeYet } from '#lib/history/reading/read-attendees.ts'
import { isPartlyRead, readUnread } from '#lib/history/reading/unread-past.ts'
import type { ChosenOrganizer } from './choose-organizers.ts'
import { countComing } from './count-coming.ts'

/** What is being looked at: the sessions of a period, or also who came to them. */
export type LookedAt = { from: Date | null; to: Date; withAttendees: boolean }

export type Gaps = {
  /** Organizers who can be read: GoTo reports nothing more for those who are gone. */
  present: ChosenOrganizer[]
  /** Those whose sessions in this period aren't all known. */
  unread: ChosenOrganizer[]
  /** Those with sessions whose attendance isn't known yet, and how many. */
  waiting: CountedSessions[]
  /** The same where attendance is lost: the organizer is gone, or GoTo no longer keeps it. */
  lost: CountedSessions[]
  /** Those who are unread or waiting. */
  incomplete: ChosenOrganizer[]
  /** Those whose past has rows that could not be read. */
  partly: ChosenOrganizer[]
  /** Of these, the ones whose last reading failed. */
  failed: ChosenOrganizer[]
  /** Running meetings, and sessions that ended within a day and aren't reported yet: see `HistoryCoverage`. */
  running: number
  unreported: number
  /** Part of it is being read right now. */
  isReading: boolean
  /** Since when it may have changed at GoTo; null: nothing was ever read. */
  asOf: Date | null
}
export type CountedSessions = { organizer: ChosenOrganizer; sessions: number }

/**
 * What is missing from a past, and for whom. "Not read" is never an empty list. For organizers who are gone nothing
 * more can be read: their rows stay, and their age raises no alarm.
 */
export async function findGaps(organizers: readonly ChosenOrganizer[], lookedAt: LookedAt, at: Date): Promise<Gaps> {
  const present = organizers.filter(({ isGone }) => !isGone)
  const readings = await db().historyReading.findMany({ where: { organizerId: { in: idsOf(present) } } })
  const known = new Map(readings.map((reading) => [reading.organizerId, reading]))
  const unread = present.filter(({ id }) => !isRead(known.get(id) ?? never, lookedAt, at))
  const { waiting, lost } = lookedAt.withAttendees ? await countUnnamed(organizers, lookedAt, at) : none
  const coming = await countComing(idsOf(present), lookedAt, at)
  const withGaps = new Set([...unread, ...waiting.map(({ organizer }) => organizer)])
  const incomplete = present.filter((one) => withGaps.has(one))
  const times = readings.flatMap((reading) => knownAsOf(reading, lookedAt, at)?.getTime() ?? [])
  if (present.length === 0 && organizers.length > 0) times.push(at.getTime())
  return {
    present,
    unread,
    waiting,
    lost,
    incomplete,
    partly: present.filter(({ id }) => isPartlyRead(readUnread(known.get(id)?.unread), lookedAt)),
    failed: incomplete.filter(({ id }) => (known.get(id)?.failure ?? null) !== null),
    ...coming,
    isReading: readings.some(isBeingRead),
    asOf: times.length === 0 ? null : new Date(Math.min(...times)),
  }
}

/** Known sessions whose attendance isn't known. */
async function countUnnamed(
  organizers: readonly ChosenOrganizer[],
  { from, to }: LookedAt,
  at: Date,
): Promise<Pick<Gaps, 'waiting' | 'lost'>> {
  const startedAt = { ...(from ? { gte: from } : {}), lt: to }
  const present = organizers.filter(({ isGone }) => !isGone)
  const [all, hopeful] = await Promise.all([
    countBy({ organizerId: { in: idsOf(organizers) }, startedAt, attendeesReadAt: null }),
    countBy({ organizerId: { in: idsOf(present) }, AND: [{ startedAt }, mayComeYet(at)] }),
  ])
  const counted = organizers.map((organizer) => {
    const waiting = hopeful.get(organizer.id) ?? 0
    return { organizer, waiting, lost: (all.get(organizer.id) ?? 0) - waiting }
  })
  return {
    waiting: counted.flatMap(({ organizer, waiting }) => (waiting > 0 ? { organizer, sessions: waiting } : [])),
    lost: counted.flatMap(({ organizer, lost }) => (lost > 0 ? { organizer, sessions: lost } : [])),
  }
}

async function countBy(where: NonNullable<Parameters<ReturnType<typeof db>['session']['count']>[0]>['where']) {
  const rows = await db().session.groupBy({ by: ['organizerId'], where: where ?? {}, _count: true })
  return new Map(rows.map(({ organizerId, _count }) => [organizerId, _count]))
}

function idsOf(organizers: readonly ChosenOrganizer[]): string[] {
  return organizers.map(({ id }) => id)
}

const never = { coveredFrom: null, coveredTo: null }
const none: Pick<Gaps, 'waiting' | 'lost'> = { waiting: [], lost: [] }
