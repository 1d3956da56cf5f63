import { staleAfterMs } from '#components/shell/freshness.tsx'
import { Banner } from '#components/ui/banner.tsx'
import type { MeetingList as MeetingPage } from '#lib/meetings/schema.ts'
import { formatDuration, formatTime, zoneLabel } from '#lib/time/format.ts'

type ListTroubleProps = { error: Error | null; page: MeetingPage | undefined; now: Date; zone: string }

/** Old rows stay; this says since when they are old. */
export function ListTrouble({ error, page, now, zone }: ListTroubleProps) {
  const asOf = page?.asOf
  const age = asOf ? now.getTime() - Date.parse(asOf) : 0
  const since = asOf ? `This is the list as of ${formatTime(asOf, zone)} ${zoneLabel(asOf, zone)}.` : ''
  if (error)
    return (
      <div role="status" className="mt-5">
        <Banner tone="trouble">
          {error.message} {since}
        </Banner>
      </div>
    )
  // That nobody lends a grant is said below, and is why it is old.
  if (age < staleAfterMs || page?.coverage.source === 'none') return null
  return (
    <div role="status" className="mt-5">
      <Banner tone="attention">
        GoTo could not be read for {formatDuration(age)}. {since} Joining works as always.
      </Banner>
    </div>
  )
}
