'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onJoined } from '#components/meetings/join/joined-channel.ts'
import { useListPlace } from '#components/shell/list-place.ts'
import { NothingYet } from '#components/shell/nothing-yet.tsx'
import { useOnline } from '#components/shell/offline.ts'
import { ShowMore } from '#components/shell/show-more.tsx'
import { useAnnouncedCount } from '#components/shell/use-announced-count.ts'
import { useIsMeKnown, useMe } from '#components/shell/use-me.ts'
import { useTrouble } from '#components/shell/use-trouble.ts'
import { cx } from '#components/ui/cx.ts'
import { lazily } from '#components/ui/lazily.tsx'
import { meetingsKey, meetingsQuery } from '#lib/meetings/queries.ts'
import type { MeetingFilter } from '#lib/meetings/schema.ts'
import { CoverageNotice } from './coverage-notice.tsx'
import { isFiltered } from './filter.ts'
import { type Agenda, groupByDay, nowSection, roomsSection } from './group-by-day.ts'
import { nextToJoin } from './join-order.ts'
import { ListSkeleton } from './list-skeleton.tsx'
import { ListTrouble } from './list-trouble.tsx'
import { rowIds } from './meeting-row.tsx'
import { MeetingSections } from './meeting-sections.tsx'
import { MyDay } from './my-day.tsx'
import { TodayIsFree } from './today-is-free.tsx'

const NoHomeList = lazily(() => import('./no-home-list.tsx').then((module) => module.NoHomeList))
const Nothing = lazily(() => import('./nothing.tsx').then((module) => module.Nothing))

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
  if (!query.data) return <NoHomeList error={trouble} onRetry={tryAgain} />

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
          <div className="mt-7">
            <Nothing filter={filter} hasBeenRead={first?.asOf !== null} />
          </div>
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

function isEmpty(agenda: Agenda): boolean {
  return agenda.mine.length + agenda.now.length + agenda.days.length + agenda.rooms.length === 0
}
