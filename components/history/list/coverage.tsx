import { percent } from '#components/history/parts/bar-axis.tsx'
import { useOnline } from '#components/shell/offline.ts'
import { Banner } from '#components/ui/banner.tsx'
import type { SessionList } from '#lib/history/schema.ts'
import { comingText, coverageSentences, ofOrganizers } from '#lib/history/sentences.ts'
import { formatDuration } from '#lib/time/format.ts'
import { atText } from '#lib/time/from-now.ts'
import { CoverageBanner } from './coverage-banner.tsx'

type CoverageProps = {
  page: Pick<SessionList, 'asOf' | 'coverage'>
  /** Then what may still come is said where the rows would be. */
  isEmpty: boolean
  error: Error | null
  now: Date
  zone: string
}

/** Anything last read longer ago than this is called old. */
const staleAfterMs = 60 * 60_000

/** How complete and how old the list below is. Old rows stay, whatever happens. */
export function Coverage({ page: { asOf, coverage }, isEmpty, error, now, zone }: CoverageProps) {
  const isOnline = useOnline()
  const { organizers, read, missing, partly, sessionsLost, isReading } = coverage
  const ageMs = asOf === null ? null : now.getTime() - Date.parse(asOf)
  const readAt = asOf === null ? null : atText(asOf, now, zone, { withZone: true })
  const coming = isEmpty ? null : comingText(coverage)
  const since = readAt === null ? '' : `Showing the history as of ${readAt}.`
  if (error && isOnline)
    return (
      <div role="status" className="mt-5">
        <Banner tone="trouble">
          {error.message} {since}
        </Banner>
      </div>
    )
  if (isReading)
    return (
      <div role="status" className="mt-5 flex flex-wrap items-center gap-x-3 gap-y-1 text-14 text-soft">
        {organizers > 1 ? <Progress done={read} all={organizers} /> : null}
        {organizers > 1 && read < organizers
          ? `Reading from GoTo: ${read} of ${ofOrganizers(organizers)}. Showing what’s known so far.`
          : `Reading ${read < organizers ? 'history' : 'attendance'} from GoTo. Showing what’s known so far.`}
      </div>
    )
  if (missing.length + partly.length > 0 || read < organizers || sessionsLost > 0)
    return (
      <div role="status" className="mt-5">
        <CoverageBanner text={[...coverageSentences(coverage), since].filter(Boolean).join(' ')} />
      </div>
    )
  if (ageMs !== null && ageMs > staleAfterMs)
    return (
      <div role="status" className="mt-5">
        <Banner tone="attention">
          Foyer hasn’t read from GoTo for {formatDuration(ageMs)}. {since}
        </Banner>
      </div>
    )
  return (
    <p role="status" className="figures mt-4 text-12 text-faint">
      {organizers === 1 ? '' : `${ofOrganizers(organizers)} · `}
      {readAt === null ? 'not read yet' : `as of ${readAt}`}
      {coverage.from === null ? ' · the year GoTo keeps, and what Foyer remembers' : ''}
      {coming ? ` · ${coming}` : ''}
    </p>
  )
}

function Progress({ done, all }: { done: number; all: number }) {
  return (
    <div
      role="progressbar"
      aria-label="Organizers read"
      aria-valuemin={0}
      aria-valuemax={all}
      aria-valuenow={done}
      className="edge h-1.5 w-32 overflow-hidden rounded-full bg-sunken"
    >
      <div
        className="h-full rounded-full bg-accent forced-colors:bg-[Highlight]"
        style={{ width: percent(all === 0 ? 0 : done / all) }}
      />
    </div>
  )
}
