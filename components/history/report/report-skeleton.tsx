import { Skeleton } from '#components/ui/skeleton.tsx'

/** Stands in for the report while it loads. */
export function ReportSkeleton() {
  return (
    <div role="status" aria-label="Loading the report" className="animate-late">
      <h1 className="sr-only">Attendance report</h1>
      <Skeleton className="h-5 w-44" />
      <Skeleton className="mt-2 h-7 w-80 max-w-full" />
      <Skeleton className="mt-3 h-4 w-64 max-w-full" />
      <Skeleton className="mt-2 h-4 w-48" />
      <Skeleton className="mt-7 h-20 w-full rounded-xl max-lg:h-40" />
      <Skeleton className="mt-6 h-52 w-full rounded-xl" />
      <Skeleton className="mt-6 h-72 w-full rounded-xl" />
    </div>
  )
}
