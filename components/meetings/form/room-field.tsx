'use client'

import { useQuery } from '@tanstack/react-query'
import { useMe } from '#components/shell/use-me.ts'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { apart } from '#lib/apart.ts'
import { formatMeetingId } from '#lib/meeting-id.ts'
import { myRoomsQuery } from '#lib/meetings/queries.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import type { FormValues } from './form-values.ts'

type RoomFieldProps = {
  values: FormValues
  meeting: MeetingDetail | null
  error: string | undefined
  onChange: (part: Partial<FormValues>) => void
}

/**
 * With a new meeting ID, or in one of my rooms. Nothing to choose without rooms, or for a meeting that already has its
 * place: elsewhere it would be another meeting.
 */
export function RoomField({ values, meeting, error, onChange }: RoomFieldProps) {
  const me = useMe()?.personId
  const found = useQuery(myRoomsQuery).data?.items ?? []
  const rooms = found.filter(
    ({ kind, startsAt, organizer }) => kind === 'room' && startsAt === null && organizer.personId === me,
  )
  if (values.kind !== 'scheduled') return null
  if (meeting || (rooms.length === 0 && values.roomId === null))
    return (
      <div data-field="roomId" className="empty:hidden">
        {meeting?.room ? (
          <p className="text-body text-soft">
            In the room “{apart(meeting.room.subject)}”. To meet elsewhere, duplicate this meeting.
          </p>
        ) : null}
        {error ? <p className="text-14 text-trouble">{error}</p> : null}
      </div>
    )
  const isKnown = rooms.some(({ id }) => id === values.roomId)
  return (
    <div data-field="roomId">
      <Field label="Where" error={error} hint={values.roomId ? 'People join with the room’s ID.' : undefined}>
        {(wiring) => (
          <Select
            {...wiring}
            value={values.roomId ?? ''}
            onChange={(event) => onChange({ roomId: event.target.value || null })}
            className="w-full max-w-md"
          >
            <option value="">New meeting ID</option>
            {values.roomId && !isKnown ? <option value={values.roomId}>Current room</option> : null}
            {rooms.map((room) => (
              <option key={room.id} value={room.id}>
                My room “{apart(room.subject)}” · {formatMeetingId(room.gotoMeetingId)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  )
}
