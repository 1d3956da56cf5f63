import { AppError } from '#lib/errors.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import { parseIdField } from '#lib/typed-meeting-id.ts'

/** The digits of a typed ID. @throws AppError `invalid` */
export function readTypedId(typed: string): string {
  const digits = parseIdField(typed)
  if (digits) return digits
  throw new AppError('invalid', sentences.notAMeetingId, { fields: { meetingId: sentences.nineDigits } })
}
