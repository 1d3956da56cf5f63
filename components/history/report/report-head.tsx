import { useQuery } from '@tanstack/react-query'
import { DownloadMenu } from '#components/history/parts/download-menu.tsx'
import { reportFiles } from '#components/history/parts/downloads.ts'
import { PageLink } from '#components/shell/page-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { apart } from '#lib/apart.ts'
import type { Session } from '#lib/history/schema.ts'
import { isProblem } from '#lib/http/problem.ts'
import { formatMeetingId } from '#lib/meeting-id.ts'
import { meetingQuery } from '#lib/meetings/meeting-queries.ts'
import { formatDay, formatTimeRange, zoneLabels } from '#lib/time/format.ts'
import { ReportCrumbs } from './report-crumbs.tsx'
import { SiblingMenu } from './sibling-menu.tsx'

/** What it was, when, and whose; and the downloads. */
export function ReportHead({ session, isWhole, zone }: { session: Session; isWhole: boolean; zone: string }) {
  const { subject, kind, organizer, group, gotoMeetingId, meetingId, startedAt, endedAt, unreadBecause } = session
  return (
    <header>
      <ReportCrumbs />
      <p className="hidden font-medium text-12 print:block">Attendance report</p>
      <div className="mt-1 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="font-semibold text-28 [overflow-wrap:anywhere]">
            <bdi>{subject}</bdi>
          </h1>
          {/* Reports are read for years, so the date always has its year. */}
          <p className="mt-1 text-body text-soft">
            <time dateTime={startedAt}>
              {formatDay(startedAt, zone, new Date(0))}, {formatTimeRange(startedAt, endedAt, zone)}{' '}
              {zoneLabels(startedAt, endedAt, zone)}
            </time>
          </p>
          <p className="text-body text-soft [overflow-wrap:anywhere]">
            {apart(organizer.name)}
            {group ? `, ${apart(group.name)}` : ''} · <span className="figures">{formatMeetingId(gotoMeetingId)}</span>
            {meetingId ? <MeetingLink id={meetingId} isRoom={kind === 'room'} /> : null}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          <SiblingMenu session={session} zone={zone} />
          {/* No downloads while attendance is unknown. */}
          {unreadBecause === null ? <DownloadMenu files={() => reportFiles(session, zone, isWhole)} /> : null}
          <Button onClick={() => window.print()}>
            <Icon name="printer" size={16} />
            Print
          </Button>
        </div>
      </div>
    </header>
  )
}

/** The link to its meeting, unless that is deleted or not for this person to see. */
function MeetingLink({ id, isRoom }: { id: string; isRoom: boolean }) {
  const { error } = useQuery({ ...meetingQuery(id), refetchInterval: false })
  if (isProblem(error, 'not_found')) return null
  return (
    <span className="print:hidden">
      {' · '}
      <PageLink href={`/meetings/${id}`} className="underline underline-offset-2 hover:text-ink">
        {isRoom ? 'The room' : 'The planned meeting'}
      </PageLink>
    </span>
  )
}
