'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useId, useSyncExternalStore } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { usePopover } from '#components/ui/use-popover.ts'
import { meetingsKey } from '#lib/meetings/queries.ts'
import type { MeetingList } from '#lib/meetings/schema.ts'
import { formatTime, zoneLabel } from '#lib/time/format.ts'
import { useOnline } from './offline.ts'
import { useZone } from './use-me.ts'
import { useNow } from './use-now.ts'

const FreshnessDetails = lazily(() => import('./freshness-details.tsx').then((module) => module.FreshnessDetails))

/**
 * Past this age the list is called old. The server counts an organizer as read for ten minutes and rounds down to the
 * minute: past both, nobody has been read.
 */
export const staleAfterMs = 11 * 60_000

/** How old the list on the screen is and, one press away, how complete. Absent where no list was loaded. */
export function Freshness() {
  const list = useLatestList()
  const zone = useZone()
  const now = useNow(10)
  const id = useId()
  const isOnline = useOnline()
  const { isOpen, onToggle } = usePopover(id)
  if (!list || !now) return null
  const { asOf, coverage } = list.page
  const ageMs = asOf ? now.getTime() - Date.parse(asOf) : null
  const isFresh =
    ageMs !== null && ageMs < staleAfterMs && isOnline && !list.hasFailed && coverage.source === 'administrator'
  const time = asOf ? `${formatTime(asOf, zone)} ${zoneLabel(asOf, zone)}` : ''
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={asOf ? `List as of ${time}. Show how complete it is` : 'Not read yet. Show why'}
        title={asOf ? `As of ${time}` : undefined}
        className="flex h-9 items-center gap-1.5 whitespace-nowrap rounded-lg px-1 text-12 sm:px-2 text-soft hover:bg-hover hover:text-ink"
      >
        {isFresh ? (
          <span aria-hidden="true" className="edge size-2 rounded-full bg-live" />
        ) : (
          <Icon name="triangle-alert" size={14} className="text-attention" />
        )}
        {asOf ? (
          <span className="figures">
            <span className="max-[30rem]:hidden">as of </span>
            {formatTime(asOf, zone)}
          </span>
        ) : (
          <span className="max-[30rem]:sr-only">not read yet</span>
        )}
      </button>
      <div
        id={id}
        popover="auto"
        onToggle={onToggle}
        className="fixed inset-auto top-14 right-[max(1rem,calc((100vw-72rem)/2+1rem))] m-0 w-80 max-w-[calc(100vw-2rem)] rounded-xl border border-line bg-raised p-4 text-14 text-ink shadow-high"
      >
        {isOpen ? <FreshnessDetails page={list.page} now={now} zone={zone} isOnline={isOnline} /> : null}
      </div>
    </>
  )
}

/** The latest list that any page has loaded. */
function useLatestList(): { page: MeetingList; hasFailed: boolean } | null {
  const cache = useQueryClient().getQueryCache()
  const query = useSyncExternalStore(
    (tell) => cache.subscribe(tell),
    () => {
      const lists = cache.findAll({ queryKey: meetingsKey }).filter((query) => query.state.data !== undefined)
      lists.sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
      return lists[0]?.state
    },
    () => undefined,
  )
  const page = (query?.data as { pages: MeetingList[] } | undefined)?.pages[0]
  return page ? { page, hasFailed: Boolean(query?.error) } : null
}
