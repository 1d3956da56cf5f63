'use client'

import { changeAddress } from '#components/shell/address.ts'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { HistoryFilter, SessionList } from '#lib/history/schema.ts'
import { comingText } from '#lib/history/sentences.ts'
import { allTime, noFilter } from './filter.ts'
import { chipsOf } from './history-chips.tsx'
import { nameOf, periodText } from './period.ts'
import type { Scope } from './scope.ts'

type NothingProps = {
  filter: HistoryFilter
  scope: Scope | null
  page: Pick<SessionList, 'asOf' | 'coverage'>
  zone: string
}

/** An empty period: says which, and offers to widen it. */
export function Nothing({ filter, scope, page: { asOf, coverage }, zone }: NothingProps) {
  const { isReading, organizers, read, sessionsWaiting, sessionsLost } = coverage
  const coming = comingText(coverage)
  const period = periodText(filter, zone)
  const others = chipsOf(filter, scope, zone).filter(({ key }) => key !== 'days')
  // The notice above says for how many sessions, and whether that may change.
  const isUnnamed = sessionsWaiting + sessionsLost > 0
  // The notice above says whose.
  const isUnread = read < organizers && !isUnnamed
  const isBounded = nameOf(filter, zone) !== 'all'
  // Not read yet doesn't mean nothing.
  if (isReading)
    return (
      <div className="mt-7">
        <EmptyState title="Reading past sessions from GoTo …">They appear here as they’re read.</EmptyState>
      </div>
    )
  return (
    <div className="mt-7">
      <EmptyState
        title={
          isUnread && asOf === null
            ? 'This period hasn’t been read from GoTo'
            : others.length > 0
              ? `No results for ${others.map(({ text }) => text).join(', ')}`
              : isUnnamed
                ? 'No known attendees'
                : coming
                  ? 'No past sessions in this period yet'
                  : isUnread
                    ? 'No known meetings in this period'
                    : 'No meetings in this period'
        }
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {isBounded ? <Button onClick={() => changeAddress(allTime)}>Search all time</Button> : null}
            {others.length > 0 ? <Button onClick={() => changeAddress(noFilter)}>Reset filters</Button> : null}
          </div>
        }
      >
        {isBounded
          ? `Searched: ${period}.`
          : 'Searched everything: the year GoTo keeps, and what Foyer remembers beyond it.'}
        {isUnread ? ' Whether there were any isn’t known.' : ''}
        {isUnnamed ? ' Attendance isn’t known for some sessions.' : ''}
        {coming ? ` ${coming}` : ''}
      </EmptyState>
    </div>
  )
}
