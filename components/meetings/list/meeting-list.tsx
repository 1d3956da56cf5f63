'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onJoined } from '#components/meetings/join/joined-channel.ts'
import { changeAddress } from '#components/shell/address.ts'
import { useListPlace } from '#components/shell/list-place.ts'
import { NothingYet } from '#components/shell/nothing-yet.tsx'
import { useOnline } from '#components/shell/offline.ts'
import { ShowMore } from '#components/shell/show-more.tsx'
import { useAnnouncedCount } from '#components/shell/use-announced-count.ts'
import { useIsMeKnown, useMe } from '#components/shell/use-me.ts'
import { useTrouble } from '#components/shell/use-trouble.ts'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { meetingsKey, meetingsQuery } from '#lib/meetings/queries.ts'
import type { MeetingFilter } from '#lib/meetings/schema.ts'
import { CoverageNotice } from './coverage-notice.tsx'
import { isFiltered, noFilter } from './filter.ts'
import { goneGroup, goneOrganizer, useChips } from './filter-chips.tsx'
import { type Agenda, groupByDay, nowSection, roomsSection } from './group-by-day.ts'
import { nextToJoin } from './join-order.ts'
import { ListSkeleton } from './list-skeleton.tsx'
import { ListTrouble } from './list-trouble.tsx'
import { rowIds } from './meeting-row.tsx'
import { MeetingSections } from './meeting-sections.tsx'
import { MyDay } from './my-day.tsx'
import { NoList } from './no-list.tsx'
import { TodayIsFree } from './today-is-free.tsx'

type MeetingListProps = { filter: MeetingFilter; now: Date | null; zone: string }

export function MeetingList({ filter, now, zone }: MeetingListProps) {
  const query = useInfiniteQuery(meetingsQuery(filter))
  const client = useQueryClient()
  const me = useMe()
  const isMeKnown = useIsMeKnown()
  const isOnline = useOnline()
  const { trouble, tryAgain } = useTrouble(query)
  useEffect(() => onJoined(() => client.invalidateQueries({ queryKey: meetingsKey })), [client])
  // Announced once a filter has taken effect; the unfiltered list speaks for itself.
  const count =
    isFiltered(filter) && !query.isPlaceholderData ? query.data?.pages.flatMap(({ items }) => items).length : null
  useAnnouncedCount(count ?? null, query.hasNextPage, 'meeting')

  // An organizer's own day goes above the list, so nothing is shown before we know who is looking: nothing moves later.
  useListPlace(now !== null && !query.isPending && isMeKnown)
  if (!now || (query.isPending && !trouble) || !isMeKnown) return <ListSkeleton />
  if (!query.data)
    return (
      <NoList
        error={trouble}
        title="Couldn’t load meetings"
        invalidTitle={unusableFilter}
        clear="Clear filters"
        onRetry={tryAgain}
      />
    )

  const pages = query.data.pages
  const first = pages[0]
  const joined = Object.assign({}, ...pages.map((page) => page.joined)) as Record<string, string>
  const myDayOf = me?.isOrganizer && !isFiltered(filter) ? me.personId : null
  const meetings = pages.flatMap((page) => page.items)
  const who = { me: me?.personId, now, zone }
  const agenda = groupByDay(meetings, now, zone, { me: me?.personId, hasMyDay: myDayOf !== null })
  const shared = { joined, nextId: nextToJoin(meetings, joined, who), ...who }
  return (
    <div
      aria-busy={query.isPlaceholderData}
      className={cx('transition-opacity duration-100', query.isPlaceholderData && 'opacity-60')}
    >
      <ListTrouble error={isOnline ? query.error : null} page={first} now={now} zone={zone} />
      {first ? (
        <CoverageNotice coverage={first.coverage} canLend={me?.abilities.includes('connection.lend') ?? false} />
      ) : null}
      {myDayOf ? <MyDay meetings={agenda.mine} {...shared} me={myDayOf} /> : null}
      {isEmpty(agenda) ? (
        query.hasNextPage ? (
          <NothingYet />
        ) : (
          <Nothing filter={filter} hasBeenRead={first?.asOf !== null} />
        )
      ) : (
        <>
          <MeetingSections sections={[nowSection(agenda)]} {...shared} />
          {isFiltered(filter) ? null : <TodayIsFree agenda={agenda} now={now} zone={zone} />}
          <MeetingSections sections={[...agenda.days, roomsSection(agenda)]} {...shared} />
        </>
      )}
      <ShowMore query={query} rowIds={rowIds} />
    </div>
  )
}

function Nothing({ filter, hasBeenRead }: { filter: MeetingFilter; hasBeenRead: boolean }) {
  const chips = useChips(filter)
  if (chips.length > 0)
    return (
      <div className="mt-7">
        <EmptyState
          title={nothingText(chips)}
          action={<Button onClick={() => changeAddress(noFilter)}>Clear filters</Button>}
        />
      </div>
    )
  return (
    <div className="mt-7">
      <EmptyState title={hasBeenRead ? 'No upcoming meetings' : 'Reading from GoTo for the first time'}>
        {hasBeenRead
          ? 'Scheduled meetings appear here. You can join by ID at any time.'
          : 'The company’s meetings will appear here shortly.'}
      </EmptyState>
    </div>
  )
}

function nothingText(chips: { key: string; text: string }[]): string {
  const gone = chips.find(({ text }) => text === goneOrganizer || text === goneGroup)
  if (gone) return unusableFilter({ [gone.key]: '' })
  if (chips.length === 1 && chips[0]?.key === 'mine') return 'You have no upcoming meetings'
  return `No results for ${chips.map((chip) => chip.text).join(', ')}`
}

function unusableFilter(fields: Record<string, string>): string {
  if ('organizer' in fields) return 'This organizer no longer exists'
  if ('group' in fields) return 'This group no longer exists'
  return 'This filter isn’t valid'
}

function isEmpty(agenda: Agenda): boolean {
  return agenda.mine.length + agenda.now.length + agenda.days.length + agenda.rooms.length === 0
}
