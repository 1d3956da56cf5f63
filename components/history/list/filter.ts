import type { HistoryFilter } from '#lib/history/schema.ts'
import { isDay } from '#lib/time/day.ts'

/** The history's filters. Without `from`, `to` and `all` it covers the last 30 days. */
export const filterNames = ['q', 'organizer', 'group', 'from', 'to', 'all'] as const
export type FilterName = (typeof filterNames)[number]
export type View = 'sessions' | 'people'

/** The filter as the address bar has it. Days are local days in `zone`; ids are comma-separated. */
export function readFilter(search: URLSearchParams, zone: string): HistoryFilter {
  const filter: HistoryFilter = { zone }
  for (const name of ['organizer', 'group'] as const) {
    const ids = readIds(search.get(name))
    if (ids.length > 0) filter[name] = ids.join(',')
  }
  const q = search.get('q')?.trim().slice(0, 200)
  if (q) filter.q = q
  for (const name of ['from', 'to'] as const) {
    const day = search.get(name) ?? ''
    if (isDay(day)) filter[name] = day
  }
  if (search.get('all') && !filter.from) filter.all = '1'
  return filter
}

export function readView(search: URLSearchParams): View {
  return search.get('view') === 'people' ? 'people' : 'sessions'
}

export function readIds(text: string | null | undefined): string[] {
  return [...new Set((text ?? '').split(',').filter(Boolean))]
}

/** The ids with one added or removed, as the address bar has them; null: none left. */
export function toggleId(text: string | undefined, id: string): string | null {
  const ids = readIds(text)
  const next = ids.includes(id) ? ids.filter((known) => known !== id) : [...ids, id]
  return next.join(',') || null
}

/** Removes every filter from the address bar. The view stays. */
export const noFilter: Record<FilterName, null> = {
  q: null,
  organizer: null,
  group: null,
  from: null,
  to: null,
  all: null,
}

/** No start and no end. */
export const allTime = { from: null, to: null, all: '1' }
