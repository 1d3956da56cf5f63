import { AppError } from '#lib/errors.ts'
import { parseMeetingId } from '#lib/meeting-id.ts'
import { sentences } from '#lib/meetings/sentences.ts'

/** The digits of a typed ID. @throws AppError `invalid` */
export function readTypedId(typed: string): string {
  const digits = parseMeetingId(typed)
  if (digits) return digits
  throw new AppError('invalid', sentences.notAMeetingId, { fields: { meetingId: sentences.nineDigits } })
}
