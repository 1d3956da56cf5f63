'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useEffect } from 'react'
import { MeetNow } from '#components/meetings/act/meet-now.tsx'
import { onJoined } from '#components/meetings/join/joined-channel.ts'
import { useOnline } from '#components/shell/offline.ts'
import { PageLink } from '#components/shell/page-link.tsx'
import { shortcuts } from '#components/shell/shortcuts.ts'
import { ShowMore } from '#components/shell/show-more.tsx'
import { useMe, useZone } from '#components/shell/use-me.ts'
import { useNow } from '#components/shell/use-now.ts'
import { Button } from '#components/ui/button.tsx'
import { buttonStyle } from '#components/ui/button-style.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { meetingsKey, meetingsQuery } from '#lib/meetings/queries.ts'
import type { MeetingFilter } from '#lib/meetings/schema.ts'
import { BecomeOrganizer } from './become-organizer.tsx'
import { groupByDay } from './group-by-day.ts'
import { nextToJoin } from './join-order.ts'
import { ListSkeleton } from './list-skeleton.tsx'
import { ListTrouble } from './list-trouble.tsx'
import { rowIds } from './meeting-row.tsx'
import { MeetingSection } from './meeting-section.tsx'
import { TodayIsFree } from './today-is-free.tsx'

const mine: MeetingFilter = { mine: '1', rooms: '1' }

/** What I organize or am invited to, by day, and my rooms. */
export function MyMeetings() {
  const me = useMe()
  const isOrganizer = me?.abilities.includes('meeting.create') ?? false
  return (
    <>
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <h1 className="font-semibold text-28">Meetings</h1>
        {isOrganizer ? (
          <div className="flex gap-2">
            <MeetNow />
            <NewMeetingLink />
          </div>
        ) : null}
      </div>
      {me && !isOrganizer ? <BecomeOrganizer connection={me.connection} /> : null}
      <MyList isOrganizer={isOrganizer} me={me?.personId} />
    </>
  )
}

function NewMeetingLink() {
  return (
    <PageLink href="/meetings/new" aria-keyshortcuts="c" className={buttonStyle('primary')}>
      <Plus aria-hidden="true" size={16} />
      New meeting
    </PageLink>
  )
}

function MyList({ isOrganizer, me }: { isOrganizer: boolean; me: string | undefined }) {
  const query = useInfiniteQuery(meetingsQuery(mine))
  const client = useQueryClient()
  const zone = useZone()
  const now = useNow(5)
  const isOnline = useOnline()
  useEffect(() => onJoined(() => client.invalidateQueries({ queryKey: meetingsKey })), [client])

  if (!now || query.isPending) return <ListSkeleton />
  if (!query.data)
    return (
      <div className="mt-7">
        <EmptyState
          title="Couldn’t load your meetings"
          action={<Button onClick={() => query.refetch()}>Try again</Button>}
        >
          {query.error.message}
        </EmptyState>
      </div>
    )
  const { pages } = query.data
  const joined = Object.assign({}, ...pages.map((page) => page.joined)) as Record<string, string>
  const meetings = pages.flatMap((page) => page.items)
  const agenda = groupByDay(meetings, now, zone)
  const shared = { joined, me, now, zone, nextId: nextToJoin(meetings, joined, { me, now, zone }) }
  const isEmpty = agenda.now.length + agenda.days.length + agenda.rooms.length === 0
  return (
    <>
      <ListTrouble error={isOnline ? query.error : null} page={pages[0]} now={now} zone={zone} />
      {isEmpty ? (
        <Nothing isOrganizer={isOrganizer} />
      ) : (
        <>
          <MeetingSection title="Now" meetings={agenda.now} {...shared} />
          <TodayIsFree agenda={agenda} now={now} zone={zone} />
          {agenda.days.map((day) => (
            <MeetingSection key={day.key} title={day.title} meetings={day.meetings} {...shared} />
          ))}
          <MeetingSection title={isOrganizer ? 'My rooms' : 'Rooms'} meetings={agenda.rooms} {...shared} />
        </>
      )}
      <ShowMore query={query} rowIds={rowIds} />
    </>
  )
}

function Nothing({ isOrganizer }: { isOrganizer: boolean }) {
  return (
    <div className="mt-7">
      {isOrganizer ? (
        <EmptyState title="No upcoming meetings" action={<NewMeetingLink />}>
          All you need is a subject. Or press {shortcuts.palette.keys} and type “Weekly sync tomorrow 10:00”.
        </EmptyState>
      ) : (
        <EmptyState
          title="No upcoming meetings"
          action={
            <PageLink href="/" className={buttonStyle()}>
              All company meetings
            </PageLink>
          }
        >
          When you’re invited to a meeting, it appears here.
        </EmptyState>
      )}
    </div>
  )
}
