import type { z } from 'zod'
import type { meetingType } from './wire.ts'

type MeetingType = z.infer<typeof meetingType>
type Untyped = { meetingType: MeetingType | null; startTime: string | null; endTime: string | null }

/**
 * A row of an undescribed type is still somebody's meeting, so it is shown where people would look for it:
 * among dated meetings if it has times, otherwise among rooms.
 */
export function settleType<R extends Untyped>(row: R): R & { meetingType: MeetingType } {
  const isDateless = row.startTime === null && row.endTime === null
  return { ...row, meetingType: row.meetingType ?? (isDateless ? 'recurring' : 'scheduled') }
}

export function withType<R extends Untyped, T extends { schema: z.ZodType<R> }>(fields: T & { schema: z.ZodType<R> }) {
  return { ...fields, schema: fields.schema.transform(settleType<R>) }
}
