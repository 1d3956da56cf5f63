'use client'

import { useQuery } from '@tanstack/react-query'
import { useAddress } from '#components/shell/address.ts'
import { PageLink } from '#components/shell/page-link.tsx'
import { useZone } from '#components/shell/use-me.ts'
import { Button } from '#components/ui/button.tsx'
import { buttonStyle } from '#components/ui/button-style.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { sessionQuery } from '#lib/history/report-queries.ts'
import { isProblem } from '#lib/http/problem.ts'
import { Report } from './report.tsx'
import { ReportCrumbs } from './report-crumbs.tsx'
import { ReportSkeleton } from './report-skeleton.tsx'

/** The attendance report of one session, or with `?sittings=all` of its whole meeting, at its own address. */
export function ReportPage({ id }: { id: string }) {
  const zone = useZone()
  const isWhole = useAddress().get('sittings') === 'all'
  const { data, error, refetch } = useQuery(sessionQuery(id, isWhole ? 'all' : undefined))
  if (data) return <Report session={data} isWhole={isWhole} error={error} zone={zone} />
  if (!error) return <ReportSkeleton />
  const isAbsent = isProblem(error, 'not_found')
  const isFinal = isAbsent || isProblem(error, 'forbidden')
  return (
    <>
      <ReportCrumbs />
      <h1 className="mt-1 font-semibold text-28">Attendance report</h1>
      <div role="alert" className="mt-6">
        <EmptyState
          title={isAbsent ? 'Report not found' : 'Couldn’t load the report'}
          action={
            isFinal ? (
              <PageLink href="/history" className={buttonStyle()}>
                Go to the history
              </PageLink>
            ) : (
              <Button onClick={() => refetch()}>Try again</Button>
            )
          }
        >
          {isAbsent ? 'You may not have access to this organizer’s history.' : error.message}
        </EmptyState>
      </div>
    </>
  )
}
