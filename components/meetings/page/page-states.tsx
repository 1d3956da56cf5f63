import { PageLink } from '#components/shell/page-link.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { buttonStyle } from '#components/ui/button-style.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { apart } from '#lib/apart.ts'
import { isProblem } from '#lib/http/problem.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { missingMeeting } from '#lib/meetings/sentences.ts'
import { formatTime, zoneLabel } from '#lib/time/format.ts'

/** Stands in for the page while it loads: same boxes, same heights. */
export function LoadingMeeting() {
  return (
    <div role="status" aria-label="Loading meeting" className="animate-late">
      <h1 className="sr-only">Meeting</h1>
      <Skeleton className="mt-3 h-6 w-20" />
      <Skeleton className="mt-3 h-8 w-3/5" />
      <Skeleton className="mt-4 h-5 w-72 max-w-full" />
      <Skeleton className="mt-5 h-9 w-56 rounded-lg" />
      <div className="mt-8 grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Skeleton className="h-48 rounded-xl" />
        <Skeleton className="h-72 rounded-xl" />
      </div>
    </div>
  )
}

type NoMeetingProps = { error: Error | null; known: MeetingDetail | undefined; onRetry: () => void }

/** Why there is no meeting to show, and where to go from here. */
export function NoMeeting({ error, known, onRetry }: NoMeetingProps) {
  const isMissing = isProblem(error, 'not_found')
  return (
    <div className="mt-7">
      <h1 className="sr-only">Meeting</h1>
      <EmptyState
        title={titleOf(isMissing, known)}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {isMissing ? null : (
              <Button tone="primary" onClick={onRetry}>
                Try again
              </Button>
            )}
            <PageLink href="/" className={buttonStyle('plain')}>
              Back to Home
            </PageLink>
          </div>
        }
      >
        {isMissing ? missingText(known) : error?.message}
      </EmptyState>
    </div>
  )
}

function titleOf(isMissing: boolean, known: MeetingDetail | undefined): string {
  if (!isMissing) return 'Couldn’t load the meeting'
  if (known?.cancelsAt) return `“${apart(known.subject)}” was ${known.kind === 'room' ? 'deleted' : 'cancelled'}`
  return known ? `“${apart(known.subject)}” is no longer available` : 'Meeting not found'
}

function missingText(known: MeetingDetail | undefined): string {
  if (known?.cancelsAt) return 'It no longer appears in any list.'
  if (known) return 'It was cancelled, or you no longer have access to it.'
  return missingMeeting
}

/** The page keeps what it shows; this says how old it is. */
export function StaleNotice({ error, readAt, zone }: { error: Error; readAt: number; zone: string }) {
  const at = new Date(readAt)
  return (
    <div role="status" className="mb-4">
      <Banner tone="trouble">
        {error.message} Showing the meeting as of {formatTime(at, zone)} {zoneLabel(at, zone)}.
      </Banner>
    </div>
  )
}
