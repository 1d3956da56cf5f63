'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { MeetNow } from '#components/meetings/act/meet-now.tsx'
import { onJoined } from '#components/meetings/join/joined-channel.ts'
import { useAddress } from '#components/shell/address.ts'
import { ConnectButton } from '#components/shell/connect-button.tsx'
import { lacksGrant } from '#components/shell/goto-grant.ts'
import { useListPlace } from '#components/shell/list-place.ts'
import { NothingYet } from '#components/shell/nothing-yet.tsx'
import { useOnline } from '#components/shell/offline.ts'
import { SearchBox } from '#components/shell/search-box.tsx'
import { ShowMore } from '#components/shell/show-more.tsx'
import { useAnnouncedCount } from '#components/shell/use-announced-count.ts'
import { useIsMeKnown, useMe, useZone } from '#components/shell/use-me.ts'
import { useNow } from '#components/shell/use-now.ts'
import { useTrouble } from '#components/shell/use-trouble.ts'
import { Banner } from '#components/ui/banner.tsx'
import { cx } from '#components/ui/cx.ts'
import { meetingsKey, meetingsQuery } from '#lib/meetings/queries.ts'
import { BecomeOrganizer } from './become-organizer.tsx'
import { readFilter } from './filter.ts'
import { groupByDay, nowSection, roomsSection } from './group-by-day.ts'
import { nextToJoin } from './join-order.ts'
import { ListSkeleton } from './list-skeleton.tsx'
import { ListTrouble } from './list-trouble.tsx'
import { rowIds } from './meeting-row.tsx'
import { MeetingSections } from './meeting-sections.tsx'
import { NoList } from './no-list.tsx'
import { NewMeetingLink, NoMeetings } from './no-meetings.tsx'
import { TodayIsFree } from './today-is-free.tsx'

/** What I organize or am invited to: what is on, my rooms, then day by day. */
export function MyMeetings() {
  const me = useMe()
  const isMeKnown = useIsMeKnown()
  const q = readFilter(useAddress(), '').q ?? ''
  const isOrganizer = me?.abilities.includes('meeting.create') ?? false
  return (
    <>
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <h1 className="font-semibold text-28">Meetings</h1>
        {isOrganizer ? (
          <div className="flex gap-2">
            {lacksGrant(me) ? null : <MeetNow />}
            <NewMeetingLink />
          </div>
        ) : null}
      </div>
      {isMeKnown ? (
        <>
          {me && !isOrganizer ? <BecomeOrganizer connection={me.connection} /> : null}
          {isOrganizer && me?.connection === 'none' ? (
            <div className="mt-4">
              <Banner tone="attention" action={<ConnectButton size="small" />}>
                GoTo isn’t connected. Connect it to create, start and change your meetings here.
              </Banner>
            </div>
          ) : null}
          <search className="mt-4 flex">
            <SearchBox label="Search your meetings" q={q} />
          </search>
          <MyList q={q} isOrganizer={isOrganizer} me={me?.personId} />
        </>
      ) : (
        // What stands above depends on who is looking.
        <ListSkeleton />
      )}
    </>
  )
}

function MyList({ q, isOrganizer, me }: { q: string; isOrganizer: boolean; me: string | undefined }) {
  const query = useInfiniteQuery(meetingsQuery({ mine: '1', rooms: '1', ...(q ? { q } : {}) }))
  const client = useQueryClient()
  const zone = useZone()
  const now = useNow(5)
  const isOnline = useOnline()
  const { trouble, tryAgain } = useTrouble(query)
  useEffect(() => onJoined(() => client.invalidateQueries({ queryKey: meetingsKey })), [client])
  const meetings = query.data?.pages.flatMap((page) => page.items) ?? []
  useAnnouncedCount(q && query.data && !query.isPlaceholderData ? meetings.length : null, query.hasNextPage, 'meeting')
  useListPlace(now !== null && !query.isPending)

  if (!now || (query.isPending && !trouble)) return <ListSkeleton />
  if (!query.data)
    return (
      <NoList
        error={trouble}
        title="Couldn’t load your meetings"
        invalidTitle={() => 'This search isn’t valid'}
        clear="Clear search"
        onRetry={tryAgain}
      />
    )
  const { pages } = query.data
  const joined = Object.assign({}, ...pages.map((page) => page.joined)) as Record<string, string>
  const agenda = groupByDay(meetings, now, zone)
  // Nobody has to be told of every row that it is theirs.
  const hasWho = meetings.some(({ organizer }) => organizer.personId !== me)
  const shared = { joined, me, hasWho, now, zone, nextId: nextToJoin(meetings, joined, { me, now, zone }) }
  const isEmpty = agenda.now.length + agenda.days.length + agenda.rooms.length === 0
  return (
    <div
      aria-busy={query.isPlaceholderData}
      className={cx('transition-opacity duration-100', query.isPlaceholderData && 'opacity-60')}
    >
      <ListTrouble error={isOnline ? query.error : null} page={pages[0]} now={now} zone={zone} />
      {isEmpty && query.hasNextPage ? (
        <NothingYet />
      ) : isEmpty ? (
        <NoMeetings q={q} isOrganizer={isOrganizer} />
      ) : (
        <>
          <MeetingSections
            sections={[nowSection(agenda), roomsSection(agenda, isOrganizer ? 'My rooms' : 'Rooms')]}
            {...shared}
          />
          {q ? null : <TodayIsFree agenda={agenda} now={now} zone={zone} />}
          <MeetingSections sections={agenda.days} {...shared} />
        </>
      )}
      <ShowMore query={query} rowIds={rowIds} />
    </div>
  )
}
