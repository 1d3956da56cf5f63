'use client'

import { changeAddress } from '#components/shell/address.ts'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { HistoryCoverage, HistoryFilter } from '#lib/history/schema.ts'
import { allTime, noFilter } from './filter.ts'
import { chipsOf } from './history-chips.tsx'
import { nameOf, periodText } from './period.ts'
import type { Scope } from './scope.ts'

type NothingProps = { filter: HistoryFilter; scope: Scope | null; coverage: HistoryCoverage; zone: string }

/** An empty stretch of the past: says which, and offers to widen it. */
export function Nothing({ filter, scope, coverage: { isReading, sessionsWaiting, sessionsLost }, zone }: NothingProps) {
  const period = periodText(filter, zone)
  const others = chipsOf(filter, scope, zone).filter(({ key }) => key !== 'days')
  // The coverage above says of how many sessions, and whether it will be known.
  const isUnnamed = sessionsWaiting + sessionsLost > 0
  const isBounded = nameOf(filter, zone) !== 'all'
  // What is not read yet is not nothing.
  if (isReading)
    return (
      <div className="mt-7">
        <EmptyState title="Reading the past from GoTo …">
          Sessions appear here by themselves as they are read.
        </EmptyState>
      </div>
    )
  return (
    <div className="mt-7">
      <EmptyState
        title={
          others.length > 0
            ? `Nothing matches ${others.map(({ text }) => text).join(', ')}`
            : isUnnamed
              ? 'Nobody is known to have come'
              : 'No meeting took place in this time'
        }
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {isBounded ? <Button onClick={() => changeAddress(allTime)}>Search all time</Button> : null}
            {others.length > 0 ? <Button onClick={() => changeAddress(noFilter)}>Reset filters</Button> : null}
          </div>
        }
      >
        {isBounded
          ? `Looked at: ${period}.`
          : 'Looked at everything that GoTo keeps, a year, and what Foyer remembers beyond it.'}
        {isUnnamed ? ' There were sessions of which Foyer does not know who came.' : ''}
      </EmptyState>
    </div>
  )
}
