import type { HistoryFilter } from '#lib/history/schema.ts'
import type { ChosenOrganizer } from './choose-organizers.ts'

/** What somebody looked at, for the audit: whose past, and how it was narrowed. Unused filters are left out. */
export function lookDetails(
  organizers: readonly ChosenOrganizer[],
  { from, to, all, zone, q }: HistoryFilter,
): Record<string, string | string[]> {
  const given = Object.entries({ from, to, all, zone, q }).filter(
    (one): one is [string, string] => one[1] !== undefined,
  )
  return { organizerIds: organizers.map(({ id }) => id), ...Object.fromEntries(given) }
}
