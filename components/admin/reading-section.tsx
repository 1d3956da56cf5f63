'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Loaded } from '#components/shell/loaded.tsx'
import { notLentSentence } from '#components/shell/not-lent.ts'
import { useZone } from '#components/shell/use-me.ts'
import { Badge, type BadgeTone } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Section } from '#components/ui/section.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { apart } from '#lib/apart.ts'
import { formatDateTime } from '#lib/time/format.ts'
import { jobsKey, syncNow, syncStatusQuery } from '#lib/upkeep/queries.ts'
import type { ReadRun, SyncStatus } from '#lib/upkeep/schema.ts'

/** How reading from GoTo is going, and a way to do it now. */
export function ReadingSection() {
  const query = useQuery(syncStatusQuery)
  const client = useQueryClient()
  const reading = useMutation({
    mutationFn: syncNow,
    onSuccess: async () => {
      showToast({ tone: 'done', text: 'Reading started' })
      await client.invalidateQueries({ queryKey: jobsKey })
    },
    onError: (error) => showToast({ tone: 'trouble', text: error.message }),
  })
  return (
    <Section id="reading" title="Reading from GoTo" about="Happens automatically, within GoTo’s request limits.">
      <Loaded query={query}>
        {(status) => (
          <>
            <div className="flex flex-wrap items-center justify-between gap-4">
              <p className="figures text-body text-soft">{summary(status)}</p>
              <Button
                isBusy={reading.isPending}
                disabled={status.source === 'none'}
                aria-describedby={status.source === 'none' ? 'reading-reason' : undefined}
                onClick={() => reading.mutate()}
              >
                Read now
              </Button>
            </div>
            {status.source === 'none' ? (
              <p id="reading-reason" className="mt-2 text-14 text-attention">
                {notLentSentence(status.source)}
              </p>
            ) : null}
            <Runs runs={status.runs.slice(0, 6)} />
            <Failures organizers={status.organizers} />
            <DifferingZones zones={status.differingZones} />
          </>
        )}
      </Loaded>
    </Section>
  )
}

function Runs({ runs }: { runs: ReadRun[] }) {
  const zone = useZone()
  if (runs.length === 0) return <p className="mt-4 text-14 text-faint">Nothing has been read yet.</p>
  return (
    <ul aria-label="Latest readings" className="mt-4 divide-y divide-line border-line border-t text-14">
      {runs.map((run) => (
        <li key={run.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
          <span className="figures text-soft sm:w-48">{formatDateTime(run.startedAt, zone)}</span>
          <span className="text-soft first-letter:uppercase max-sm:grow sm:w-32">{run.kind}</span>
          <Badge tone={toneOf(run)}>
            <span className="first-letter:uppercase">{run.finishedAt ? (run.outcome ?? 'done') : 'running'}</span>
          </Badge>
        </li>
      ))}
    </ul>
  )
}

function Failures({ organizers }: { organizers: SyncStatus['organizers'] }) {
  const failed = organizers.filter((organizer) => organizer.failure)
  if (failed.length === 0) return null
  return (
    <details className="mt-3 border-line border-t pt-3 text-14">
      <summary className="w-fit cursor-pointer rounded-md font-medium text-attention">
        {failed.length} {failed.length === 1 ? 'organizer' : 'organizers'} couldn’t be read
      </summary>
      <ul className="mt-2 flex flex-col gap-1 text-soft">
        {failed.map((organizer) => (
          <li key={organizer.id}>
            {apart(organizer.name)}: {organizer.failure}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Only those in use: see lib/upkeep/compare-zones.ts. */
function DifferingZones({ zones }: { zones: string[] }) {
  if (zones.length === 0) return null
  return (
    <p className="mt-3 border-line border-t pt-3 text-14 text-soft">
      Your database’s time zone data differs from Foyer’s for {zones.join(', ')}. Times in Foyer aren’t affected; other
      tools that read the same database may be an hour off.
    </p>
  )
}

function summary({ organizers, budget }: SyncStatus): string {
  const read = organizers.filter((organizer) => organizer.readAt).length
  return `${read} of ${organizers.length} organizers read · at most ${budget.requestsPerSecond} requests per second`
}

function toneOf(run: ReadRun): BadgeTone {
  if (!run.finishedAt) return 'soon'
  return run.outcome === null || run.outcome === 'done' || run.outcome === 'ok' ? 'live' : 'attention'
}
