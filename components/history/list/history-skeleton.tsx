import { Skeleton } from '#components/ui/skeleton.tsx'
import { sessionRowStyle } from './session-row.tsx'

/** Stands in for the history while it loads: same boxes, same heights. */
export function HistorySkeleton() {
  return (
    <div role="status" aria-label="Loading history" className="animate-late">
      <Skeleton className="mt-4 h-4 w-28" />
      <SkeletonDay rows={3} />
      <SkeletonDay rows={5} />
    </div>
  )
}

function SkeletonDay({ rows }: { rows: number }) {
  return (
    <div className="mt-7">
      <div className="flex h-7 items-center">
        <Skeleton className="h-4 w-48" />
      </div>
      <div className="mt-2 divide-y divide-line rounded-xl border border-line bg-raised">
        {Array.from({ length: rows }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
          <div key={index} className={sessionRowStyle(false)}>
            <Skeleton className="my-1 h-4 w-3/5 [grid-area:subject]" />
            <div className="flex gap-x-3 [grid-area:facts] lg:contents">
              <Skeleton className="my-0.5 h-4 w-32 [grid-area:when]" />
              <Skeleton className="my-0.5 h-4 w-12 [grid-area:length]" />
              <Skeleton className="my-0.5 h-4 w-16 [grid-area:people]" />
            </div>
            <Skeleton className="my-0.5 h-3 w-44 [grid-area:plan]" />
          </div>
        ))}
      </div>
    </div>
  )
}
