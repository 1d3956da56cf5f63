'use client'

import { Banner } from '#components/ui/banner.tsx'
import type { Conflicts } from '#lib/meetings/schema.ts'
import { conflictQueryOf } from './form-times.ts'
import type { FormValues } from './form-values.ts'
import { useConflicts } from './use-conflicts.ts'
import { whenText } from './when-text.ts'

type ConflictNoticeProps = {
  values: FormValues
  /** The meeting being changed. */
  except: string | null
  /** The one just created: an answer may already hold it. */
  made: string | null
}

/** What else I have at that time, and what comes right before or after in the room, before anything is saved. */
export function ConflictNotice({ values, except, made }: ConflictNoticeProps) {
  const { conflicts } = useConflicts(conflictQueryOf(values, except))
  const isOther = ({ id }: Other) => id !== made
  const overlaps = conflicts?.overlaps.filter(isOther) ?? []
  const neighbours = conflicts?.roomNeighbours.filter(isOther) ?? []
  return (
    <div role="status" className="empty:hidden">
      {overlaps.length + neighbours.length > 0 ? (
        <Banner tone="attention">
          <ul className="flex flex-col gap-1">
            {overlaps.map((other) => (
              <li key={other.id}>
                Overlaps <MeetingName {...other} />, {whenText(other, values.zone)}
              </li>
            ))}
            {neighbours.map((other) => (
              <li key={`room ${other.id}`}>
                {other.side === 'before' ? (
                  <>
                    <MeetingName {...other} /> ends in the same room just before, {whenText(other, values.zone)}: people
                    may still be there.
                  </>
                ) : (
                  <>
                    <MeetingName {...other} /> starts in the same room right after, {whenText(other, values.zone)}:
                    people may arrive early.
                  </>
                )}
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
    </div>
  )
}

type Other = Conflicts['overlaps'][number]

function MeetingName({ id, subject }: Other) {
  return (
    <a href={`/meetings/${id}`} target="_blank" rel="noreferrer" className="font-medium underline underline-offset-2">
      <bdi>{subject}</bdi>
    </a>
  )
}
