import type { HistoryCoverage } from '#lib/history/schema.ts'
import type { ChosenOrganizer } from './choose-organizers.ts'
import { type CountedSessions, findGaps, type LookedAt } from './find-gaps.ts'

const mostNamed = 5

/** How old and how complete our knowledge of a past is, as lists show it. */
export async function getCoverage(
  organizers: readonly ChosenOrganizer[],
  lookedAt: LookedAt,
  at: Date,
): Promise<{ asOf: string | null; coverage: HistoryCoverage }> {
  const gaps = await findGaps(organizers, lookedAt, at)
  const { present, incomplete, waiting, lost, failed, partly, running, unreported, isReading, asOf } = gaps
  return {
    asOf: asOf?.toISOString() ?? null,
    coverage: {
      organizers: present.length,
      read: present.length - incomplete.length,
      missing: failed.slice(0, mostNamed).map(({ name }) => name),
      partly: partly.slice(0, mostNamed).map(({ name }) => name),
      sessionsWaiting: sum(waiting),
      sessionsLost: sum(lost),
      running,
      unreported,
      isReading,
      from: lookedAt.from?.toISOString() ?? null,
      to: lookedAt.to.toISOString(),
    },
  }
}

function sum(counted: readonly CountedSessions[]): number {
  return counted.reduce((total, { sessions }) => total + sessions, 0)
}
