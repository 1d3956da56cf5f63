'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useMe } from '#components/shell/use-me.ts'
import { pastSessionsQuery } from '#lib/history/queries.ts'
import type { PastSession } from '#lib/history/schema.ts'
import { groupSessions } from './group-sessions.ts'
import { PastList, type PastListProps } from './past-list.tsx'
import { sessionRowId } from './session-row.tsx'
import { SessionSection } from './session-section.tsx'

/** Past sessions by local day, the newest first. */
export function SessionList(props: PastListProps) {
  const { filter, zone } = props
  const query = useInfiniteQuery(pastSessionsQuery(filter))
  const me = useMe()
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const isMine = items.every(({ organizer }) => organizer.personId === me?.personId)
  return (
    <PastList {...props} query={query} count={items.length} noun="session" rowIds={rowIds}>
      {(now) =>
        groupSessions(items, now, zone).map((day) => (
          // My own list needn't name the organizer on every row.
          <SessionSection key={day.key} day={day} hasOrganizers={!isMine} zone={zone} />
        ))
      }
    </PastList>
  )
}

function rowIds(pages: { items: PastSession[] }[]): string[] {
  return pages.flatMap(({ items }) => items.map(({ id }) => sessionRowId(id)))
}
