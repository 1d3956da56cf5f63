import type { ReactNode } from 'react'
import type { Meeting } from '#lib/meetings/schema.ts'
import { MeetingRow } from './meeting-row.tsx'

type MeetingSectionProps = {
  title: string
  meetings: Meeting[]
  /** When I pressed Join, by meeting id. */
  joined: Record<string, string>
  me: string | undefined
  hasWho?: boolean
  /** Beside the heading. */
  action?: ReactNode
  /** Shown when there are none; without it the section is left out. */
  whenEmpty?: string
  now: Date
  zone: string
}

/** One heading and the meetings under it; nothing when there are none. */
export function MeetingSection({ title, meetings, joined, action, whenEmpty, ...shared }: MeetingSectionProps) {
  if (meetings.length === 0 && !whenEmpty) return null
  const [lead, rest] = title.split(' · ')
  return (
    <section aria-label={title} className="mt-7">
      <div className={action ? 'flex min-h-9 items-center justify-between gap-2' : undefined}>
        <h2 className="flex min-h-7 min-w-0 flex-wrap items-center gap-x-2 font-semibold text-16">
          <span className="whitespace-nowrap">{lead}</span>
          {rest ? <span className="whitespace-nowrap font-normal text-14 text-faint">{rest}</span> : null}
        </h2>
        {action}
      </div>
      {meetings.length === 0 ? (
        <p className="mt-2 rounded-xl border border-line border-dashed px-4 py-4 text-body text-soft">{whenEmpty}</p>
      ) : null}
      {meetings.length > 0 ? (
        <ul className="mt-2 divide-y divide-line overflow-clip rounded-xl border border-line bg-raised shadow-low">
          {meetings.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} joinedAt={joined[meeting.id]} {...shared} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}
