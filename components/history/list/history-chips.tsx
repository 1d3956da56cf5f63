'use client'

import { type AddressChip, AddressChips } from '#components/shell/address-chips.tsx'
import { apart } from '#lib/apart.ts'
import type { HistoryFilter } from '#lib/history/schema.ts'
import { allTime, noFilter, readIds, toggleId } from './filter.ts'
import { nameOf, periodText } from './period.ts'
import type { Scope } from './scope.ts'

type HistoryChipsProps = { filter: HistoryFilter; scope: Scope | null; zone: string }

/** The active filters, including the period, each removable. */
export function HistoryChips({ filter, scope, zone }: HistoryChipsProps) {
  const chips = chipsOf(filter, scope, zone)
  const isUsual = chips.length === 1 && nameOf(filter, zone) === '30'
  return <AddressChips chips={chips} without={noFilter} clearAll={isUsual || chips.length === 0 ? '' : 'Reset'} />
}

/** More than this many of a kind share one chip. */
const mostNamed = 4

export function chipsOf(filter: HistoryFilter, scope: Scope | null, zone: string): AddressChip[] {
  const chips: AddressChip[] = []
  if (filter.q) chips.push({ key: 'q', text: `“${apart(filter.q)}”`, without: { q: null } })
  const people = new Map(scope?.organizers.map(({ personId, name }) => [personId, name]))
  const groups = new Map(scope?.groups.map(({ id, name }) => [id, name]))
  chips.push(...idChips('organizer', filter.organizer, people, 'organizers'))
  chips.push(...idChips('group', filter.group, groups, 'groups'))
  if (nameOf(filter, zone) !== 'all') chips.push({ key: 'days', text: periodText(filter, zone), without: allTime })
  return chips
}

function idChips(
  field: 'organizer' | 'group',
  value: string | undefined,
  names: Map<string, string>,
  noun: string,
): AddressChip[] {
  const ids = readIds(value)
  if (ids.length > mostNamed) return [{ key: field, text: `${ids.length} ${noun}`, without: { [field]: null } }]
  return ids.map((id) => ({
    key: `${field} ${id}`,
    text: names.get(id) ?? (names.size > 0 ? `Unknown ${field}` : capitalized(field)),
    without: { [field]: toggleId(value, id) },
  }))
}

function capitalized(word: string): string {
  return `${word[0]?.toUpperCase()}${word.slice(1)}`
}
