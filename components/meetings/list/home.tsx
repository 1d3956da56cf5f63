'use client'

import { MessageBar } from '#components/announcements/message-bar.tsx'
import { JoinById } from '#components/meetings/join/join-by-id.tsx'
import { useAddress } from '#components/shell/address.ts'
import { useZone } from '#components/shell/use-me.ts'
import { useNow } from '#components/shell/use-now.ts'
import { lazily } from '#components/ui/lazily.tsx'
import { isFiltered, readFilter } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'
import { MeetingList } from './meeting-list.tsx'

const FilterChips = lazily(() => import('./filter-chips.tsx').then((module) => module.FilterChips))

/** The next meeting is always one press away. The tools are above the list, so nothing moves when it loads. */
export function Home() {
  const zone = useZone()
  const now = useNow(5)
  const filter = readFilter(useAddress(), zone)
  return (
    <>
      <h1 className="sr-only">Company meetings</h1>
      <MessageBar now={now} zone={zone} />
      <div className="mt-4 flex flex-col-reverse gap-3 lg:flex-row lg:items-start lg:justify-between">
        <FilterBar filter={filter} zone={zone} />
        <JoinById />
      </div>
      {isFiltered(filter) ? (
        <div className="min-h-10">
          <FilterChips filter={filter} />
        </div>
      ) : null}
      <MeetingList filter={filter} now={now} zone={zone} />
    </>
  )
}
