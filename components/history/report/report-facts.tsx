import type { ReactNode } from 'react'
import { peopleRangeText } from '#components/history/parts/attendee-words.ts'
import { minutesWords, shareText, spanText } from '#components/history/parts/figures.ts'
import { peopleText } from '#components/history/parts/people-text.ts'
import { punctualityText, sittingText } from '#components/history/parts/punctuality-text.ts'
import type { Session } from '#lib/history/schema.ts'
import { formatDateTime } from '#lib/time/format.ts'

/** Planned against actual, how many, how sure, how fresh. */
export function ReportFacts({ session, zone }: { session: Session; zone: string }) {
  const {
    plannedStartsAt,
    plannedEndsAt,
    startedAt,
    endedAt,
    minutes,
    identified,
    unidentified,
    asOf,
    unreadBecause,
    required,
    attendees,
  } = session
  return (
    <dl className="mt-6 grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line shadow-low lg:grid-cols-4 print:mt-4 print:grid-cols-4 print:shadow-none">
      <Fact name="Planned">
        {plannedStartsAt && plannedEndsAt
          ? spanText(plannedStartsAt, plannedEndsAt, plannedStartsAt, zone)
          : noPlan[session.kind]}
      </Fact>
      <Fact name="Held" note={sittingText(session) ?? punctualityText(session)}>
        {spanText(startedAt, endedAt, startedAt, zone)}
      </Fact>
      <Fact name="People" note={minutesWords(minutes)}>
        {attendees.length > 0 ? peopleRangeText(attendees) : peopleText(session)}
        {required ? (
          <span className="font-normal text-14 text-soft">
            {' '}
            · {required.present} of {required.invited} required
            {required.unknown > 0 ? `, ${required.unknown} unknown` : ''}
            {session.sitting ? ', in the whole meeting' : ''}
          </span>
        ) : null}
      </Fact>
      <Fact name="Identified" note={asOf === null ? unreadWords(unreadBecause) : `as of ${formatDateTime(asOf, zone)}`}>
        {identified === null ? (asOf === null ? 'Unknown' : 'Nobody') : shareText(identified)}
        {unidentified > 0 ? (
          <span className="font-normal text-14 text-soft"> · {unidentified} unidentified</span>
        ) : null}
      </Fact>
    </dl>
  )
}

/** Never promises what may never come. */
function unreadWords(because: Session['unreadBecause']): string {
  if (because === 'organizer-gone' || because === 'expired') return 'no longer available'
  if (because === 'not-connected') return 'no access'
  return because === 'unreadable' ? 'not understood' : 'not reported yet'
}

const noPlan = { scheduled: 'Unknown', instant: 'Not planned', room: 'Any time' }

function Fact({ name, note, children }: { name: string; note?: string | null; children: ReactNode }) {
  return (
    <div className="bg-raised px-4 py-3">
      <dt className="text-12 text-faint">{name}</dt>
      <dd>
        <span className="figures block font-medium text-16">{children}</span>
        {note ? <span className="figures block text-12 text-soft">{note}</span> : null}
      </dd>
    </div>
  )
}
