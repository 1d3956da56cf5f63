'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { changeAddress } from '#components/shell/address.ts'
import { SearchBox } from '#components/shell/search-box.tsx'
import { cx } from '#components/ui/cx.ts'
import { MultiChoice } from '#components/ui/multi-choice.tsx'
import type { HistoryFilter as Filter } from '#lib/history/schema.ts'
import { readIds, toggleId, type View } from './filter.ts'
import { PeriodFilter } from './period-filter.tsx'
import type { Scope } from './scope.ts'

type HistoryFilterProps = { filter: Filter; scope: Scope | null; view: View; now: Date | null; zone: string }

/** Every choice goes into the address bar, where the page reads it. Only what the viewer can see is offered. */
export function HistoryFilter({ filter, scope, view, now, zone }: HistoryFilterProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <search className="relative flex flex-wrap items-center gap-2">
      <div className="contents max-sm:flex max-sm:basis-full max-sm:gap-2">
        <SearchBox label={view === 'people' ? 'Search people, subjects' : 'Search subjects, IDs'} q={filter.q ?? ''} />
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="inline-flex h-9 items-center gap-1.5 rounded-lg border border-line bg-raised px-3 text-body shadow-low hover:bg-hover sm:hidden"
        >
          <SlidersHorizontal aria-hidden="true" size={16} className="text-faint" />
          Filter
        </button>
      </div>
      <div className={cx('sm:contents', isOpen ? 'flex w-full flex-wrap gap-2' : 'hidden')}>
        {scope?.isWide ? <ScopeChoices filter={filter} scope={scope} /> : null}
        <PeriodFilter filter={filter} now={now} zone={zone} />
      </div>
    </search>
  )
}

function ScopeChoices({ filter, scope }: { filter: Filter; scope: Scope }) {
  const organizers = readIds(filter.organizer)
  const groups = readIds(filter.group)
  const people = scope.organizers.map(({ personId, name, group }) => ({
    value: personId,
    label: name,
    hint: group?.name,
  }))
  const teams = scope.groups.map(({ id, name }) => ({ value: id, label: name }))
  const usual = scope.isMineUsual && groups.length === 0 ? 'My meetings' : 'All organizers'
  return (
    <>
      <MultiChoice
        label="Organizers"
        summary={summaryOf(organizers, people, 'organizers') ?? usual}
        choices={people}
        chosen={organizers}
        onToggle={(id) => changeAddress({ organizer: toggleId(filter.organizer, id) })}
        className="w-44 max-sm:flex-1"
      />
      <MultiChoice
        label="Groups"
        summary={summaryOf(groups, teams, 'groups') ?? 'Groups'}
        choices={teams}
        chosen={groups}
        onToggle={(id) => changeAddress({ group: toggleId(filter.group, id) })}
        className="w-36 max-sm:flex-1"
      />
    </>
  )
}

function summaryOf(chosen: string[], choices: { value: string; label: string }[], noun: string): string | null {
  if (chosen.length === 0) return null
  if (chosen.length > 1) return `${chosen.length} ${noun}`
  return choices.find(({ value }) => value === chosen[0])?.label ?? `1 ${noun.slice(0, -1)}`
}
