'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { formatTime, zoneLabel } from '#lib/time/format.ts'
import { useZone } from './use-me.ts'

/**
 * A query's data; until then a placeholder, or what went wrong with a way to try again. What can't be read again stays,
 * and above it how old it is.
 */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { data, error } = query
  if (data !== undefined)
    return (
      <>
        {error ? <Stale error={error} query={query} /> : null}
        {children(data)}
      </>
    )
  if (error)
    return (
      <div role="alert" className="flex flex-wrap items-center justify-between gap-3 text-14">
        <p className="text-trouble">{error.message}</p>
        <TryAgain query={query} />
      </div>
    )
  return (
    <div data-loading="" className="flex flex-col gap-2.5 py-1">
      <Skeleton className="h-4 w-1/2" />
      <Skeleton className="h-4 w-3/4" />
    </div>
  )
}

function Stale({ error, query }: { error: Error; query: UseQueryResult<unknown> }) {
  const zone = useZone()
  const at = new Date(query.dataUpdatedAt)
  return (
    <div role="status" className="mb-4">
      <Banner tone="trouble" action={<TryAgain query={query} />}>
        {error.message} Showing this as of {formatTime(at, zone)} {zoneLabel(at, zone)}.
      </Banner>
    </div>
  )
}

function TryAgain({ query }: { query: UseQueryResult<unknown> }) {
  return (
    <Button size="small" isBusy={query.isFetching} onClick={() => query.refetch()}>
      Try again
    </Button>
  )
}
