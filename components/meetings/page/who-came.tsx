'use client'

import { useQuery } from '@tanstack/react-query'
import { addressWords, peopleRangeText, placeholderWords } from '#components/history/parts/attendee-words.ts'
import { couldBeText } from '#components/history/parts/could-be-text.ts'
import { minutesWords, spanText, zoneText } from '#components/history/parts/figures.ts'
import { ReportNotes } from '#components/history/report/report-waiting.tsx'
import { PageLink } from '#components/shell/page-link.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { meetingReportQuery } from '#lib/history/report-queries.ts'
import type { MeetingReport } from '#lib/history/schema.ts'
import { deviationsOf, nobodySentence } from '#lib/history/sentences.ts'
import { meetingAttendeesQuery } from '#lib/meetings/meeting-queries.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { atText } from '#lib/time/from-now.ts'
import { type CameLine, cameLines } from './came-lines.ts'
import { NamedPerson } from './named-person.tsx'

type WhoCameProps = { meeting: MeetingDetail; now: Date; zone: string }

/** After the end, one list: who came, late or left early, who was not seen, and who could be one of those nobody identified. */
export function WhoCame({ meeting, now, zone }: WhoCameProps) {
  const report = useQuery(meetingReportQuery(meeting.id))
  const presses = useQuery(meetingAttendeesQuery(meeting.id))
  const error = report.error ?? presses.error
  if (!report.data || !presses.data)
    return error ? (
      <p className="text-body text-soft">{error.message}</p>
    ) : (
      <Skeleton data-loading="" className="h-40 rounded-xl" />
    )
  const { data } = report
  const lines = cameLines(data, presses.data)
  return (
    <section aria-labelledby="came">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="came" className="font-semibold text-16">
          Who came <span className="figures font-normal text-14 text-faint">{summaryOf(data, lines)}</span>
        </h2>
        {data.id === null || data.attendees.length === 0 ? null : (
          <PageLink
            href={`/history/${data.id}${data.sittings.length > 1 ? '?sittings=all' : ''}`}
            className="py-1 font-medium text-14 text-accent-ink underline underline-offset-2"
          >
            Full report
          </PageLink>
        )}
      </div>
      <ReportNotes report={data} />
      {data.unreadBecause === null && data.attendees.length === 0 ? (
        <p className="mt-2 text-body text-soft">{nobodySentence(data.people)}</p>
      ) : null}
      {lines.length > 0 ? (
        <>
          {data.startedAt === null ? null : (
            <p className="mt-0.5 text-12 text-faint">
              Times in {zoneText(data.startedAt, data.endedAt, zone)}
              {data.sittings.length > 1 ? `, over ${data.sittings.length} sittings` : ''}
            </p>
          )}
          <ul className="mt-2 divide-y divide-line overflow-clip rounded-xl border border-line bg-raised shadow-low">
            {lines.map((line) => (
              <li
                key={line.key}
                className="flex min-h-11 flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2.5 text-14"
              >
                <NamedPerson
                  name={line.name}
                  required={line.required}
                  facts={line.came ? factsOf(line.attendee) : []}
                />
                <Outcome line={line} report={data} now={now} zone={zone} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

function factsOf(attendee: MeetingReport['attendees'][number]): string[] {
  if (attendee.kind === 'notetaker') return ['notetaker']
  return [
    attendee.role === 'organizer' ? 'organizer' : null,
    placeholderWords(attendee) ?? (attendee.personId === null ? 'not identified' : null),
    addressWords(attendee),
  ].filter((fact) => fact !== null)
}

type OutcomeProps = { line: CameLine; report: MeetingReport; now: Date; zone: string }

function Outcome({ line, report, now, zone }: OutcomeProps) {
  if (line.came) {
    const { firstJoin, lastLeave } = line.attendee
    const deviations = deviationsOf(line.attendee)
    return (
      <span className="figures text-soft sm:ml-auto sm:text-right">
        {deviations.length > 0 ? <span className="text-attention">{deviations.join(', ')} · </span> : null}
        {spanText(firstJoin, lastLeave, report.startedAt ?? firstJoin ?? '', zone)}
      </span>
    )
  }
  const pressed = line.pressedAt ? `Pressed Join ${atText(line.pressedAt, now, zone)} · ` : ''
  return (
    <span className="figures text-faint sm:ml-auto sm:text-right">
      {pressed}
      {stateText(line, report)}
    </span>
  )
}

function stateText(line: CameLine & { came: false }, report: MeetingReport): string {
  switch (line.state) {
    case 'absent':
      return 'not seen'
    case 'excused':
      return 'excused'
    case 'unknown':
      return report.unreadBecause === null ? couldBeText(report) : 'not known yet'
  }
}

/** `5–6 people, 58 minutes · 2 not seen` */
function summaryOf(report: MeetingReport, lines: readonly CameLine[]): string {
  const notSeen = lines.filter((line) => !line.came && line.state === 'absent').length
  const { attendees, minutes } = report
  const people = attendees.length > 0 ? peopleRangeText(attendees) : null
  return [
    people && minutes !== null ? `${people}, ${minutesWords(minutes)}` : people,
    notSeen > 0 ? `${notSeen} not seen` : null,
  ]
    .filter((text) => text !== null)
    .join(' · ')
}
