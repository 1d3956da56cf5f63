import { staleAfterMs } from '#components/shell/freshness.tsx'
import { Banner } from '#components/ui/banner.tsx'
import type { MeetingList as MeetingPage } from '#lib/meetings/schema.ts'
import { formatDuration, formatTime, zoneLabel } from '#lib/time/format.ts'

type ListTroubleProps = { error: Error | null; page: MeetingPage | undefined; now: Date; zone: string }

/** Old rows stay; this says how old they are. */
export function ListTrouble({ error, page, now, zone }: ListTroubleProps) {
  const asOf = page?.asOf
  const age = asOf ? now.getTime() - Date.parse(asOf) : 0
  const since = asOf ? `Showing the list as of ${formatTime(asOf, zone)} ${zoneLabel(asOf, zone)}.` : ''
  if (error)
    return (
      <div role="status" className="mt-5">
        <Banner tone="trouble">
          {error.message} {since}
        </Banner>
      </div>
    )
  // The notice below says that no connection is lent, which is why the list is old.
  if (age < staleAfterMs || page?.coverage.source === 'none') return null
  return (
    <div role="status" className="mt-5">
      <Banner tone="attention">
        Foyer hasn’t been able to read from GoTo for {formatDuration(age)}. {since} You can still join.
      </Banner>
    </div>
  )
}
