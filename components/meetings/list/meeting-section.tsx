import type { ReactNode } from 'react'
import { cx } from '#components/ui/cx.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { MeetingRow } from './meeting-row.tsx'

type MeetingSectionProps = {
  title: string
  meetings: readonly Meeting[]
  /** Where these are only some of the section's: how many come before them, and how many there are. */
  first?: number
  of?: number
  /** When I pressed Join, by meeting id. */
  joined: Record<string, string>
  /** The meeting that `J` joins. */
  nextId: string | null
  me: string | undefined
  hasWho?: boolean
  /** Beside the heading. */
  action?: ReactNode
  /** Shown when there are none; without it the section is left out. */
  whenEmpty?: string
  now: Date
  zone: string
}

/**
 * One heading and the meetings under it, or the rest of them without it; nothing when there are none. Only what has the
 * heading is a landmark: a reader finds each section once.
 */
export function MeetingSection({ title, meetings, first = 0, of = meetings.length, ...more }: MeetingSectionProps) {
  const { joined, nextId, action, whenEmpty, ...shared } = more
  if (meetings.length === 0 && !whenEmpty) return null
  const isWhole = meetings.length === of
  const isLast = first + meetings.length === of
  return (
    <section {...(first === 0 ? { 'aria-label': title, className: 'mt-7' } : {})}>
      {first === 0 ? <Heading title={title} action={action} /> : null}
      {meetings.length === 0 ? (
        <p className="mt-2 rounded-xl border border-line border-dashed px-4 py-4 text-body text-soft">{whenEmpty}</p>
      ) : (
        <ul
          className={cx(
            'divide-y divide-line overflow-clip border border-line bg-raised shadow-low',
            first === 0 ? 'mt-2 rounded-t-xl' : 'border-t-0',
            isLast && 'rounded-b-xl',
          )}
        >
          {meetings.map((meeting, nth) => (
            <MeetingRow
              key={meeting.id}
              meeting={meeting}
              joinedAt={joined[meeting.id]}
              isNext={meeting.id === nextId}
              place={isWhole ? undefined : { nth: first + nth + 1, of }}
              {...shared}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function Heading({ title, action }: Pick<MeetingSectionProps, 'title' | 'action'>) {
  const [lead, rest] = title.split(' · ')
  const heading = (
    <h2 className="flex min-h-7 min-w-0 flex-wrap items-center gap-x-2 font-semibold text-16">
      <span className="whitespace-nowrap">{lead}</span>
      {rest ? <span className="whitespace-nowrap font-normal text-14 text-faint">{rest}</span> : null}
    </h2>
  )
  if (!action) return heading
  return (
    <div className="flex min-h-9 items-center justify-between gap-2">
      {heading}
      {action}
    </div>
  )
}
