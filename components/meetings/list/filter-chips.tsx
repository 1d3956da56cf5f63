'use client'

import { useQuery } from '@tanstack/react-query'
import { type AddressChip, AddressChips } from '#components/shell/address-chips.tsx'
import { apart } from '#lib/apart.ts'
import type { MeetingFilter } from '#lib/meetings/schema.ts'
import { groupsQuery, organizersQuery } from '#lib/organizers/queries.ts'
import { daysText } from './day-filter.tsx'
import { noFilter } from './filter.ts'

export const goneOrganizer = 'Removed organizer'
export const goneGroup = 'Removed group'

/** The active filters, each removable. */
export function FilterChips({ filter }: { filter: MeetingFilter }) {
  return <AddressChips chips={useChips(filter)} without={noFilter} />
}

/** The active filters in words. */
export function useChips(filter: MeetingFilter): AddressChip[] {
  const organizers = useQuery({ ...organizersQuery, enabled: filter.organizer !== undefined }).data?.items
  const groups = useQuery({ ...groupsQuery, enabled: filter.group !== undefined }).data?.items
  const chips: AddressChip[] = []
  if (filter.q) chips.push({ key: 'q', text: `“${apart(filter.q)}”`, without: { q: null } })
  if (filter.organizer) {
    const name =
      organizers?.find(({ personId }) => personId === filter.organizer)?.name ??
      (organizers ? goneOrganizer : 'Organizer')
    chips.push({ key: 'organizer', text: name, without: { organizer: null } })
  }
  if (filter.group) {
    const name = groups?.find(({ id }) => id === filter.group)?.name ?? (groups ? goneGroup : 'Group')
    chips.push({ key: 'group', text: name, without: { group: null } })
  }
  if (filter.mine) chips.push({ key: 'mine', text: 'Mine', without: { mine: null } })
  if (filter.from || filter.to)
    chips.push({ key: 'days', text: daysText(filter.from, filter.to), without: { from: null, to: null } })
  return chips
}
