'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { changeAddress } from '#components/shell/address.ts'
import { Filters } from '#components/shell/filters.tsx'
import { SearchBox } from '#components/shell/search-box.tsx'
import { ShowResults } from '#components/shell/show-results.tsx'
import { cx } from '#components/ui/cx.ts'
import { MultiChoice } from '#components/ui/multi-choice.tsx'
import type { Choice } from '#components/ui/multi-choices.tsx'
import { meetingsQuery } from '#lib/meetings/queries.ts'
import type { MeetingFilter } from '#lib/meetings/schema.ts'
import { groupsQuery, organizersQuery } from '#lib/organizers/queries.ts'
import { DayFilter } from './day-filter.tsx'

/** Every choice goes into the address bar, where the list reads it, so a link shows what its sender saw. */
export function FilterBar({ filter, zone }: { filter: MeetingFilter; zone: string }) {
  const organizers = useQuery(organizersQuery).data?.items ?? []
  const groups = useQuery(groupsQuery).data?.items ?? []
  return (
    <search className="relative flex flex-wrap items-center gap-2">
      <SearchBox label="Search subjects, organizers, IDs" q={filter.q ?? ''} />
      <Filters done={<Found filter={filter} />}>
        <OneOf
          label="Organizers"
          all="All organizers"
          choices={organizers.map(({ personId, name, group }) => ({ value: personId, label: name, hint: group?.name }))}
          chosen={filter.organizer}
          onChoose={(organizer) => changeAddress({ organizer })}
          className="w-40 max-sm:w-full"
        />
        <OneOf
          label="Groups"
          all="All groups"
          choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={filter.group}
          onChoose={(group) => changeAddress({ group })}
          className="w-36 max-sm:w-full"
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
      </Filters>
    </search>
  )
}

function Found({ filter }: { filter: MeetingFilter }) {
  const query = useInfiniteQuery(meetingsQuery(filter))
  return <ShowResults query={query} count={(pages) => pages.flatMap(({ items }) => items).length} noun="meeting" />
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
