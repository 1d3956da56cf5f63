import type { SessionDay } from './group-sessions.ts'
import { SessionRow } from './session-row.tsx'

type SessionSectionProps = { day: SessionDay; hasOrganizers: boolean; zone: string }

/** One local day and its sessions. */
export function SessionSection({ day, hasOrganizers, zone }: SessionSectionProps) {
  const [lead, rest] = day.title.split(' · ')
  return (
    <section aria-label={day.title} className="mt-7">
      <h2 className="flex h-7 items-center gap-2 font-semibold text-16">
        {lead}
        {rest ? <span className="font-normal text-14 text-faint">{rest}</span> : null}
      </h2>
      <ul className="mt-2 divide-y divide-line overflow-clip rounded-xl border border-line bg-raised shadow-low">
        {day.sessions.map((session) => (
          <SessionRow key={session.id} session={session} hasOrganizer={hasOrganizers} zone={zone} />
        ))}
      </ul>
    </section>
  )
}
