import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import type { SessionAttendee } from '#lib/history/schema.ts'
import { addressWords, placeholderWords } from './attendee-words.ts'

/** What a row is if it isn't simply one person: a notetaker, a placeholder name, a shared address. */
export function AttendeeMarks({ row }: { row: Omit<SessionAttendee, 'intervals'> }) {
  const placeholder = placeholderWords(row)
  const address = addressWords(row)
  return (
    <>
      {row.kind === 'notetaker' ? <Mark icon={<Icon name="bot" size={12} />}>Notetaker</Mark> : null}
      {placeholder ? <Mark icon={<Icon name="circle-help" size={12} />}>{placeholder}</Mark> : null}
      {address ? <Mark icon={<Icon name="users" size={12} />}>{address}</Mark> : null}
    </>
  )
}

function Mark({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="mt-0.5 flex items-start gap-1 text-12 text-soft">
      <span className="mt-0.5 shrink-0">{icon}</span>
      <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
    </span>
  )
}
