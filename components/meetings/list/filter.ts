import type { MeetingFilter } from '#lib/meetings/schema.ts'
import { isDay } from '#lib/time/day.ts'

export const filterNames = ['q', 'organizer', 'group', 'mine', 'from', 'to'] as const
export type FilterName = (typeof filterNames)[number]

/** The list's filter as the address bar has it. Days are local days in `zone`. */
export function readFilter(search: URLSearchParams, zone: string): MeetingFilter {
  const filter: MeetingFilter = {}
  for (const name of ['organizer', 'group'] as const) {
    const value = search.get(name)
    if (value) filter[name] = value
  }
  const q = search.get('q')?.trim().slice(0, 200)
  if (q) filter.q = q
  if (search.get('mine')) filter.mine = '1'
  for (const name of ['from', 'to'] as const) {
    const day = search.get(name) ?? ''
    if (isDay(day)) filter[name] = day
  }
  if (filter.from || filter.to) filter.zone = zone
  return filter
}

export function isFiltered(filter: MeetingFilter): boolean {
  return filterNames.some((name) => filter[name] !== undefined)
}

/** Removes every filter from the address bar. */
export const noFilter: Record<FilterName, null> = {
  q: null,
  organizer: null,
  group: null,
  mine: null,
  from: null,
  to: null,
}
