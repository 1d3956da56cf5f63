'use client'

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'

type ShowMoreProps<P> = {
  query: UseInfiniteQueryResult<InfiniteData<P>>
  /** The element ids of the rows of these pages, in order. */
  rowIds: (pages: P[]) => string[]
}

/** Loads the next page and moves the focus to its first row, to read on from there. */
export function ShowMore<P>({ query, rowIds }: ShowMoreProps<P>) {
  const next = useRef<string | null>(null)
  // The row may appear after the answer arrives, or before it is handled; in a long list, once it is known to be in view.
  useEffect(() => {
    focusOn(next)
    const frame = requestAnimationFrame(() => focusOn(next))
    return () => cancelAnimationFrame(frame)
  })

  async function showMore(): Promise<void> {
    const before = rowIds(query.data?.pages ?? [])
    const { data } = await query.fetchNextPage()
    const pages = data?.pages ?? []
    // What appeared further up in the meantime isn't what was asked for.
    const known = new Set([...before, ...rowIds(pages.slice(0, -1))])
    next.current = rowIds(pages).find((id) => !known.has(id)) ?? null
    focusOn(next)
    requestAnimationFrame(() => focusOn(next))
  }

  if (!query.hasNextPage) return null
  return (
    <div className="mt-6 flex justify-center">
      <Button isBusy={query.isFetchingNextPage} onClick={showMore}>
        {query.isFetchingNextPage ? 'Loading more …' : 'Show more'}
      </Button>
    </div>
  )
}

function focusOn(next: { current: string | null }): void {
  const row = next.current ? document.getElementById(next.current) : null
  if (!row) return
  next.current = null
  row.focus()
}
