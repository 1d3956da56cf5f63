'use client'

import { useQuery } from '@tanstack/react-query'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { changeAddress } from '#components/shell/address.ts'
import { SearchBox } from '#components/shell/search-box.tsx'
import { cx } from '#components/ui/cx.ts'
import { Select } from '#components/ui/select.tsx'
import type { MeetingFilter } from '#lib/meetings/schema.ts'
import { groupsQuery, organizersQuery } from '#lib/organizers/queries.ts'
import { DayFilter } from './day-filter.tsx'

/** Every choice goes into the address bar, where the list reads it, so a link shows what its sender saw. */
export function FilterBar({ filter, zone }: { filter: MeetingFilter; zone: string }) {
  const organizers = useQuery(organizersQuery).data?.items ?? []
  const groups = useQuery(groupsQuery).data?.items ?? []
  const [isOpen, setOpen] = useState(false)
  return (
    <search className="flex flex-wrap items-center gap-2">
      <SearchBox label="Search subjects, organizers, IDs" q={filter.q ?? ''} />
      {/* On a phone the meetings come first and the filters are one press away. */}
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="inline-flex h-9 items-center gap-1.5 rounded-lg border border-line bg-raised px-3 text-body shadow-low hover:bg-hover sm:hidden"
      >
        <SlidersHorizontal aria-hidden="true" size={16} className="text-faint" />
        Filter
      </button>
      <div className={cx('sm:contents', isOpen ? 'contents' : 'hidden')}>
        <Select
          aria-label="Organizer"
          value={filter.organizer ?? ''}
          onChange={(event) => changeAddress({ organizer: event.target.value || null })}
          className="w-40 max-sm:flex-1"
        >
          <option value="">All organizers</option>
          {organizers.map((organizer) => (
            <option key={organizer.id} value={organizer.personId}>
              {organizer.name}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Group"
          value={filter.group ?? ''}
          onChange={(event) => changeAddress({ group: event.target.value || null })}
          className="w-32 max-sm:flex-1"
        >
          <option value="">All groups</option>
          {groups.map((group) => (
            <option key={group.id} value={group.id}>
              {group.name}
            </option>
          ))}
        </Select>
        <DayFilter from={filter.from} to={filter.to} zone={zone} />
        <button
          type="button"
          aria-pressed={Boolean(filter.mine)}
          onClick={() => changeAddress({ mine: filter.mine ? null : '1' })}
          className={cx(
            'h-9 rounded-lg border px-3 text-body shadow-low transition-colors duration-100',
            filter.mine
              ? 'border-accent-ink bg-accent-soft font-medium text-accent-ink forced-colors:bg-[Highlight] forced-colors:text-[HighlightText] forced-colors:forced-color-adjust-none'
              : 'border-line bg-raised hover:bg-hover',
          )}
        >
          Mine
        </button>
      </div>
    </search>
  )
}
