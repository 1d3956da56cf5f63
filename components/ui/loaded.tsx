import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'

/** A query's data; until then a placeholder, or what went wrong with a way to try again. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data)
  if (query.error)
    return (
      <div role="alert" className="flex flex-wrap items-center justify-between gap-3 text-14">
        <p className="text-trouble">{query.error.message}</p>
        <Button size="small" onClick={() => query.refetch()}>
          Try again
        </Button>
      </div>
    )
  return (
    <div data-loading="" className="flex flex-col gap-2.5 py-1">
      <Skeleton className="h-4 w-1/2" />
      <Skeleton className="h-4 w-3/4" />
    </div>
  )
}
