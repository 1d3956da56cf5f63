import { db } from '#lib/db/client.ts'
import type { ChosenOrganizer } from './choose-organizers.ts'
import { isBeingRead } from './claim-reading.ts'
import { isRead, knownAsOf } from './is-read.ts'
import type { HistoryCoverage } from './schema.ts'

const mostNamed = 5

type Freshness = { asOf: string | null; coverage: HistoryCoverage }

/**
 * How old and how complete what is known of a past is. "Not read" is never an empty list. Of organizers who are gone
 * nothing more can be read: their rows stay, and their age alarms nobody.
 */
export async function getCoverage(
  organizers: readonly ChosenOrganizer[],
  period: { from: Date | null; to: Date },
  at: Date,
): Promise<Freshness> {
  const { asOf, coverage } = await readCoverage(organizers, period, at)
  return { asOf, coverage }
}

/** The same, with everybody whose past in this period is not known whole. */
export async function readCoverage(
  organizers: readonly ChosenOrganizer[],
  period: { from: Date | null; to: Date },
  at: Date,
): Promise<Freshness & { unread: ChosenOrganizer[] }> {
  const present = organizers.filter(({ isGone }) => !isGone)
  const readings = await db().historyReading.findMany({ where: { organizerId: { in: present.map(({ id }) => id) } } })
  const known = new Map(readings.map((reading) => [reading.organizerId, reading]))
  const unread = present.filter(({ id }) => !isRead(known.get(id) ?? never, period, at))
  const failed = unread.filter(({ id }) => (known.get(id)?.failure ?? null) !== null)
  const times = readings.flatMap((reading) => knownAsOf(reading, period, at)?.getTime() ?? [])
  if (present.length === 0 && organizers.length > 0) times.push(at.getTime())
  return {
    unread,
    asOf: times.length === 0 ? null : new Date(Math.min(...times)).toISOString(),
    coverage: {
      organizers: present.length,
      read: present.length - unread.length,
      missing: failed.slice(0, mostNamed).map(({ name }) => name),
      isReading: readings.some(isBeingRead),
      from: period.from?.toISOString() ?? null,
      to: period.to.toISOString(),
    },
  }
}

const never = { coveredFrom: null, coveredTo: null }
