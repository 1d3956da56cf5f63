import { Skeleton } from '#components/ui/skeleton.tsx'
import { factsStyle, rowStyle } from './meeting-row.tsx'

/** Stands in for the list while it loads: same boxes, same heights. */
export function ListSkeleton() {
  return (
    <div role="status" aria-label="Loading meetings" className="animate-late">
      <SkeletonSection rows={3} />
      <SkeletonSection rows={8} />
    </div>
  )
}

function SkeletonSection({ rows }: { rows: number }) {
  return (
    <div className="mt-7">
      <div className="flex h-7 items-center">
        <Skeleton className="h-4 w-48" />
      </div>
      <div className="mt-2 divide-y divide-line rounded-xl border border-line bg-raised">
        {Array.from({ length: rows }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
          <div key={index} className={rowStyle(true)}>
            <Skeleton className="my-1 h-4 w-3/5 [grid-area:subject]" />
            <div className={factsStyle}>
              <Skeleton className="my-1.5 h-4 w-28 lg:[grid-area:when]" />
              <Skeleton className="h-4 w-24 lg:[grid-area:who]" />
            </div>
            <Skeleton className="h-4 w-20 [grid-area:state]" />
            <Skeleton className="h-9 w-28 justify-self-end rounded-lg [grid-area:press]" />
          </div>
        ))}
      </div>
    </div>
  )
}
