'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isFinished, type Moment, momentOf } from '#components/meetings/list/moment.ts'
import { cx } from '#components/ui/cx.ts'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { meetingAttendeesQuery } from '#lib/meetings/meeting-queries.ts'
import { everybodyInvited } from '#lib/meetings/rules.ts'
import type { MeetingAttendees, MeetingDetail } from '#lib/meetings/schema.ts'
import { atText } from '#lib/time/from-now.ts'
import { NamedPerson } from './named-person.tsx'
import { SendAgain } from './send-again.tsx'

type PeopleProps = { meeting: MeetingDetail; now: Date; zone: string }
type Line = { personId: string; name: string; required: boolean | null; pressedAt: string | null | undefined }

/** Who was asked and who pressed Join, for those who may know. Presses, not presence. */
export function People({ meeting, now, zone }: PeopleProps) {
  const { presses, isAsked } = usePresses(meeting, now)
  // The list is shown once and whole; on a phone what stands below it waits.
  if (isAsked) return <Skeleton data-loading="" className="h-40 rounded-xl" />
  const invited: Line[] = presses?.invited ?? everybodyInvited(meeting).map((one) => ({ ...one, pressedAt: undefined }))
  const others: Line[] = (presses?.others ?? []).map((one) => ({ ...one, required: null }))
  if (invited.length + others.length === 0) return presses && !isFinished(meeting, now) ? <NobodyInvited /> : null
  return (
    <section aria-labelledby="people">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id="people" className="font-semibold text-16">
          People <span className="figures font-normal text-14 text-faint">{summary(invited, others)}</span>
        </h2>
        {presses && meeting.can.edit && !meeting.cancelsAt ? (
          <SendAgain meeting={meeting} invited={presses.invited} zone={zone} />
        ) : null}
      </div>
      {presses ? (
        <p className="mt-0.5 text-12 text-faint">
          Who pressed Join in Foyer. Attendance appears after the meeting ends.
        </p>
      ) : null}
      <Lines lines={invited} whenNot="not yet" now={now} zone={zone} />
      {others.length > 0 ? (
        <>
          <h3 className="mt-4 font-medium text-14">Not invited, pressed Join</h3>
          <Lines lines={others} whenNot="" now={now} zone={zone} />
        </>
      ) : null}
    </section>
  )
}

type LinesProps = { lines: Line[]; whenNot: string; now: Date; zone: string }

function Lines({ lines, whenNot, now, zone }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <ul className="mt-2 divide-y divide-line overflow-clip rounded-xl border border-line bg-raised shadow-low">
      {lines.map(({ personId, name, required, pressedAt }) => (
        <li key={personId} className="flex min-h-11 flex-wrap items-center gap-x-3 px-4 py-2 text-14">
          <NamedPerson name={name} required={required} />
          {pressedAt === undefined ? null : (
            <span className={cx('figures ml-auto text-right', pressedAt ? 'text-soft' : 'text-faint')}>
              {pressedAt ? `Pressed Join ${atText(pressedAt, now, zone)}` : whenNot}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function NobodyInvited() {
  return (
    <section aria-labelledby="people">
      <h2 id="people" className="font-semibold text-16">
        People
      </h2>
      <p className="mt-2 rounded-xl border border-line border-dashed px-4 py-4 text-body text-soft">
        Nobody is invited by name, and nobody has pressed Join in Foyer yet. Guests who use GoTo’s link appear here
        after the meeting.
      </p>
    </section>
  )
}

const moving: ReadonlySet<Moment['kind']> = new Set(['waiting', 'live', 'opening', 'late', 'overdue'])

type Presses = { presses: MeetingAttendees | undefined /** Not known yet, and soon will be. */; isAsked: boolean }

function usePresses(meeting: MeetingDetail, now: Date): Presses {
  const { kind } = momentOf(meeting, now)
  const isMoving = moving.has(kind)
  const query = useQuery({
    ...meetingAttendeesQuery(meeting.id),
    refetchInterval: isMoving ? 3_000 : 15_000,
  })
  // The page shows that somebody pressed before it knows who: ask at once.
  const { refetch } = query
  const isKnown = query.data !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the number of presses changes
  useEffect(() => {
    if (isKnown) refetch()
  }, [meeting.joinPresses, isKnown, refetch])
  return { presses: query.data, isAsked: query.isLoading }
}

/** As many pressed Join as the list says on its row: whoever it was. */
function summary(invited: Line[], others: Line[]): string {
  if (invited.length === 0) return ''
  const required = invited.filter((one) => one.required).length
  const pressed = [...invited, ...others].filter((one) => one.pressedAt).length
  const known = invited.some((one) => one.pressedAt !== undefined)
  return [
    `${invited.length} invited`,
    required > 0 ? `${required} required` : '',
    known ? `${pressed} pressed Join` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
