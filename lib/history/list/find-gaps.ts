import { db } from '#lib/db/client.ts'
import { isBeingRead } from '#lib/history/reading/claim-reading.ts'
import { isRead, knownAsOf } from '#lib/history/reading/is-read.ts'
import { mayComeYet } from '#lib/history/reading/read-attendees.ts'
import { isPartlyRead, readUnread } from '#lib/history/reading/unread-past.ts'
import type { ChosenOrganizer } from './choose-organizers.ts'
import { countComing } from './count-coming.ts'

/** What is looked at: the sessions of a period, or also who came to them. */
export type LookedAt = { from: Date | null; to: Date; withAttendees: boolean }

export type Gaps = {
  /** Who can be read: of organizers who are gone nothing more is told. */
  present: ChosenOrganizer[]
  /** Whose sessions of this period are not all known. */
  unread: ChosenOrganizer[]
  /** Of whose sessions it is not known yet who came, and of how many. */
  waiting: CountedSessions[]
  /** The same where it cannot be learnt any more: the organizer is gone, or it is longer ago than GoTo keeps. */
  lost: CountedSessions[]
  /** Who is among the unread or the waiting. */
  incomplete: ChosenOrganizer[]
  /** Of whose past some rows could not be read. */
  partly: ChosenOrganizer[]
  /** Whose last reading failed, of these. */
  failed: ChosenOrganizer[]
  /** Meetings that somebody holds now, and sessions that just ended and are not reported: see `HistoryCoverage`. */
  running: number
  unreported: number
  /** Somebody reads some of it now. */
  isReading: boolean
  /** Since when what is known may have changed; null: nothing was ever read. */
  asOf: Date | null
}
export type CountedSessions = { organizer: ChosenOrganizer; sessions: number }

/**
 * What is not known of a past, and of whom. "Not read" is never an empty list. Of organizers who are gone nothing more
 * can be read: their rows stay, and their age alarms nobody.
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

/** Sessions that are known without who came. */
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
