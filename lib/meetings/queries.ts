import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import { isProblem } from '#lib/http/problem.ts'
import type { Meeting, MeetingFilter, MeetingList } from './schema.ts'

export const meetingsKey = ['meetings'] as const

/**
 * A change made in Foyer is in every open list within two seconds: this, plus the half second for which a process
 * keeps the list version. Unchanged answers cost next to nothing (docs/decisions/010-lists-ask-every-second.md).
 */
const listEveryMs = 1_200

/** A page of the list, in which each meeting's `invited` names me also where only a group of mine is invited. */
async function readList(query: MeetingFilter, signal: AbortSignal): Promise<MeetingList> {
  const list = await api<MeetingList>('/api/meetings', { query, signal })
  // An older process doesn't send it.
  const mine = new Map(Object.entries(list.throughGroups ?? {}))
  return mine.size === 0 ? list : { ...list, items: list.items.map((meeting) => withMe(meeting, mine.get(meeting.id))) }
}

function withMe(meeting: Meeting, me: Meeting['invited'][number] | undefined): Meeting {
  return me ? { ...meeting, invited: [...meeting.invited, me] } : meeting
}

/**
 * Pages of the list, refreshed while somebody is looking: the first one is asked for, and costs a 304 while nothing
 * changes; those after it are read again only when the list has another version.
 */
export function meetingsQuery(filter: MeetingFilter) {
  const queryKey = [...meetingsKey, filter] as const
  return infiniteQueryOptions({
    queryKey,
    queryFn: async ({ client, pageParam, signal }) => {
      const read = () => readList({ ...filter, cursor: pageParam ?? undefined }, signal)
      if (pageParam !== null) return heldPage(client.getQueryData(queryKey), pageParam, versions.get(signal)) ?? read()
      const first = await read()
      versions.set(signal, first.version)
      return first
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
    // An invalid filter does not get better by asking again.
    refetchInterval: (query) => (isProblem(query.state.error, 'invalid') ? false : listEveryMs),
    refetchOnWindowFocus: 'always',
  })
}

/** Which version a refresh found in the first page. Of each refresh, because a list may be read twice at a time. */
const versions = new WeakMap<AbortSignal, string | undefined>()

/** A page as it is held, if the list still has the version it was read with. */
function heldPage(
  held: InfiniteData<MeetingList, string | null> | undefined,
  cursor: string,
  version: string | undefined,
): MeetingList | undefined {
  const page = held?.pages[held.pageParams.indexOf(cursor)]
  return version !== undefined && page?.version === version ? page : undefined
}

/** So many pages in which nothing was found are looked through without being asked. */
const mostEmptyPages = 5

/** The next meetings that match words or an ID; without words, what is due. */
export function foundMeetingsQuery(q: string) {
  return queryOptions({
    queryKey: ['found-meetings', q] as const,
    queryFn: ({ signal }) => (q ? firstFound({ q, limit: 20 }, signal) : readList({}, signal)),
    placeholderData: (previous) => previous,
  })
}

/** Goes on where common words, or much that may not be seen, leave the first pages empty. */
async function firstFound(query: MeetingFilter, signal: AbortSignal): Promise<MeetingList> {
  let page = await readList(query, signal)
  for (let pages = 1; pages < mostEmptyPages && page.items.length === 0 && page.nextCursor; pages += 1)
    page = await readList({ ...query, cursor: page.nextCursor }, signal)
  return page
}

/** My rooms, among whatever else of mine is due. */
export const myRoomsQuery = queryOptions({
  queryKey: ['my-rooms'] as const,
  queryFn: ({ signal }) => readList({ mine: '1', rooms: '1', limit: 100 }, signal),
})
