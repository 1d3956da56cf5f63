'use client'

import { useQuery } from '@tanstack/react-query'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { changeAddress } from '#components/shell/address.ts'
import { SearchBox } from '#components/shell/search-box.tsx'
import { cx } from '#components/ui/cx.ts'
import { type Choice, MultiChoice } from '#components/ui/multi-choice.tsx'
import type { MeetingFilter } from '#lib/meetings/schema.ts'
import { groupsQuery, organizersQuery } from '#lib/organizers/queries.ts'
import { DayFilter } from './day-filter.tsx'

/** Every choice goes into the address bar, where the list reads it, so a link shows what its sender saw. */
export function FilterBar({ filter, zone }: { filter: MeetingFilter; zone: string }) {
  const organizers = useQuery(organizersQuery).data?.items ?? []
  const groups = useQuery(groupsQuery).data?.items ?? []
  const [isOpen, setOpen] = useState(false)
  return (
    <search className="relative flex flex-wrap items-center gap-2">
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
      <div className={cx('sm:contents', isOpen ? 'flex w-full flex-wrap gap-2' : 'hidden')}>
        <OneOf
          label="Organizers"
          all="All organizers"
          choices={organizers.map(({ personId, name, group }) => ({ value: personId, label: name, hint: group?.name }))}
          chosen={filter.organizer}
          onChoose={(organizer) => changeAddress({ organizer })}
          className="w-40 max-sm:flex-1"
        />
        <OneOf
          label="Groups"
          all="All groups"
          choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={filter.group}
          onChoose={(group) => changeAddress({ group })}
          className="w-36 max-sm:flex-1"
        />
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

type OneOfProps = {
  label: string
  /** What stands for no choice. */
  all: string
  choices: Choice[]
  chosen: string | undefined
  onChoose: (value: string | null) => void
  className: string
}

function OneOf({ label, all, choices, chosen, onChoose, className }: OneOfProps) {
  // Not in the list: it is still on its way, or what a link names has been removed.
  const name = choices.find(({ value }) => value === chosen)?.label ?? `1 ${label.toLowerCase().slice(0, -1)}`
  return (
    <MultiChoice
      label={label}
      summary={chosen ? name : all}
      choices={[{ value: '', label: all }, ...choices]}
      chosen={[chosen ?? '']}
      onToggle={(value) => onChoose(value || null)}
      isSingle
      className={className}
    />
  )
}
