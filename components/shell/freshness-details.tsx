import type { Coverage, MeetingList } from '#lib/meetings/schema.ts'
import { formatDateTime, formatDuration, zoneLabel } from '#lib/time/format.ts'
import { zoneName } from '#lib/time/zone-names.ts'
import { notLentSentence } from './not-lent.ts'

type FreshnessDetailsProps = { page: MeetingList; now: Date; zone: string; isOnline: boolean }

/** How complete the list is, in sentences. Load it lazily: few ever ask. */
export function FreshnessDetails({ page: { asOf, coverage }, now, zone, isOnline }: FreshnessDetailsProps) {
  const ageMs = asOf ? now.getTime() - Date.parse(asOf) : null
  return (
    <>
      <p className="font-medium">
        {asOf
          ? `Read from GoTo ${ageMs !== null && ageMs < 60_000 ? 'less than a minute' : formatDuration(ageMs ?? 0)} ago`
          : 'Nothing has been read from GoTo yet'}
      </p>
      {asOf ? <p className="figures mt-0.5 text-12 text-faint">{formatDateTime(asOf, zone)}</p> : null}
      <p className="mt-3 text-soft">{coverageText(coverage)}</p>
      {coverage.missing.length > 0 ? (
        <p className="mt-2 text-soft">Couldn’t be read recently: {coverage.missing.join(', ')}.</p>
      ) : null}
      {coverage.partly.length > 0 ? (
        <p className="mt-2 text-soft">
          Partly read: {coverage.partly.join(', ')}. GoTo lists something Foyer can’t read; what was known of it stays.
        </p>
      ) : null}
      <p className="mt-3 text-12 text-faint">
        {isOnline ? '' : 'You’re offline. '}
        Times are shown in {zoneLabel(now, zone)}
        {zoneLabel(now, zone) === zone ? '' : ` (${zoneName(zone)})`}.
      </p>
    </>
  )
}

function coverageText(coverage: Coverage): string {
  switch (coverage.source) {
    case 'administrator':
      return `Meetings of ${coverage.read} of ${coverage.organizers} organizers, read through a connection that an administrator lends.`
    case 'organizers':
    case 'none':
      return notLentSentence(coverage.source)
  }
}
