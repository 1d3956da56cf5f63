'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { changeAddress } from '#components/shell/address.ts'
import { Filters } from '#components/shell/filters.tsx'
import { SearchBox } from '#components/shell/search-box.tsx'
import { ShowResults } from '#components/shell/show-results.tsx'
import { MultiChoice } from '#components/ui/multi-choice.tsx'
import { pastSessionsQuery } from '#lib/history/queries.ts'
import { attendanceQuery } from '#lib/history/report-queries.ts'
import type { HistoryFilter as Filter } from '#lib/history/schema.ts'
import { readIds, toggleId, type View } from './filter.ts'
import { peopleRows } from './people-rows.ts'
import { PeriodFilter } from './period-filter.tsx'
import type { Scope } from './scope.ts'

type HistoryFilterProps = { filter: Filter; scope: Scope | null; view: View; now: Date | null; zone: string }

/** Every choice goes into the address bar, where the page reads it. Only what the viewer can see is offered. */
export function HistoryFilter({ filter, scope, view, now, zone }: HistoryFilterProps) {
  return (
    <search className="relative flex flex-wrap items-center gap-2">
      <SearchBox label={view === 'people' ? 'Search people, subjects' : 'Search subjects, IDs'} q={filter.q ?? ''} />
      <Filters done={view === 'people' ? <FoundPeople filter={filter} /> : <FoundSessions filter={filter} />}>
        {/* First, because whose past may be chosen is learnt a moment later. */}
        <PeriodFilter filter={filter} now={now} zone={zone} />
        {scope?.isWide ? <ScopeChoices filter={filter} scope={scope} /> : null}
      </Filters>
    </search>
  )
}

function FoundSessions({ filter }: { filter: Filter }) {
  const query = useInfiniteQuery(pastSessionsQuery(filter))
  return <ShowResults query={query} count={(pages) => pages.flatMap(({ items }) => items).length} noun="session" />
}

function FoundPeople({ filter }: { filter: Filter }) {
  const query = useInfiniteQuery(attendanceQuery(filter))
  return <ShowResults query={query} count={(pages) => peopleRows(pages).length} noun="line" />
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
        className="w-44 max-sm:w-full"
      />
      <MultiChoice
        label="Groups"
        summary={summaryOf(groups, teams, 'groups') ?? 'Groups'}
        choices={teams}
        chosen={groups}
        onToggle={(id) => changeAddress({ group: toggleId(filter.group, id) })}
        className="w-36 max-sm:w-full"
      />
    </>
  )
}

function summaryOf(chosen: string[], choices: { value: string; label: string }[], noun: string): string | null {
  if (chosen.length === 0) return null
  if (chosen.length > 1) return `${chosen.length} ${noun}`
  return choices.find(({ value }) => value === chosen[0])?.label ?? `1 ${noun.slice(0, -1)}`
}
