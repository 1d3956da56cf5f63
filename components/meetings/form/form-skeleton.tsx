import { Skeleton } from '#components/ui/skeleton.tsx'

/** Stands in for the form while it loads: same boxes. */
export function FormSkeleton() {
  return (
    <div role="status" aria-label="Loading form" className="mt-6 flex max-w-2xl animate-late flex-col gap-6">
      <Skeleton className="h-9 w-64 rounded-lg" />
      <div className="flex flex-col gap-1.5">
        <Skeleton className="h-5 w-16" />
        <Skeleton className="h-11 rounded-lg" />
      </div>
      <div className="flex gap-4">
        <Skeleton className="h-9 w-40 rounded-lg" />
        <Skeleton className="h-9 w-28 rounded-lg" />
        <Skeleton className="h-9 w-44 rounded-lg" />
      </div>
      <Skeleton className="h-9 w-96 max-w-full rounded-lg" />
      <Skeleton className="h-9 rounded-lg" />
    </div>
  )
}
