'use client'

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'

type ShowMoreProps<P> = {
  query: UseInfiniteQueryResult<InfiniteData<P>>
  /** The element ids of the rows of these pages, in order. */
  rowIds: (pages: P[]) => string[]
}

/** The next page. The focus goes on to the first row that comes with it: there is where to read on. */
export function ShowMore<P>({ query, rowIds }: ShowMoreProps<P>) {
  const next = useRef<string | null>(null)
  // The row may come after the answer, or have come already when the answer is looked at.
  useEffect(() => focusOn(next))

  async function showMore(): Promise<void> {
    const before = rowIds(query.data?.pages ?? [])
    const { data } = await query.fetchNextPage()
    const pages = data?.pages ?? []
    // What appeared meanwhile further up is not what was asked for.
    const known = new Set([...before, ...rowIds(pages.slice(0, -1))])
    next.current = rowIds(pages).find((id) => !known.has(id)) ?? null
    focusOn(next)
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
