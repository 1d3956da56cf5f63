import { z } from 'zod'
import { subjectLimit } from './subject.ts'
import * as wire from './wire.ts'

/** What we send, strictly: an unknown key is an error, and so is a value GoTo may read differently. */

export const byMeeting = z.strictObject({ meetingId: wire.digits })
export const byOrganizer = z.strictObject({ organizerKey: wire.digits })
export const bySession = z.strictObject({ organizerKey: wire.digits, sessionId: wire.session })
export const byGroup = z.strictObject({ groupKey: wire.digits })

/**
 * goto-api.md 5.2. An update is a full replacement: the required fields are the same. Encode subjects with
 * `toGotoSubject`.
 */
export const meetingRequest = z.strictObject({
  subject: z
    .string()
    .min(1)
    .max(subjectLimit)
    .regex(/^[^<>]*$/, 'must encode < and > as entities'),
  starttime: wire.instant,
  endtime: wire.instant,
  passwordrequired: z.boolean(),
  /** `PSTN`, `Free`, `Hybrid`, `Private` or `VoIP`; any other text counts as numbers and access codes. */
  conferencecallinfo: z.string().min(1).max(255),
  timezonekey: z.literal(''),
  meetingtype: wire.meetingType,
  coorganizerKeys: z.array(wire.digits).optional(),
})

/** goto-api.md 6. */
export const organizerRequest = z.strictObject({
  organizerEmail: z.string().min(3),
  firstName: z.string(),
  lastName: z.string(),
  productType: wire.product,
})

/** goto-api.md 6: add one product per call, or `suspended`, which removes all. */
export const organizerStatusRequest = z
  .strictObject({ status: z.literal('suspended').optional(), productType: wire.product.optional() })
  .refine(({ status, productType }) => status !== undefined || productType !== undefined, 'must change something')

export const range = z.strictObject({ startDate: wire.instant, endDate: wire.instant })
export const optionalRange = range.partial()
export const historyOrScheduled = z.union([
  z.strictObject({ history: z.literal('true'), startDate: wire.instant, endDate: wire.instant }),
  z.strictObject({ scheduled: z.literal('true') }),
])
export const historyOrScheduledOrNothing = z.union([...historyOrScheduled.options, z.strictObject({})])
export const optionalEmail = z.strictObject({ email: z.string().min(3).optional() })
export const requiredEmail = z.strictObject({ email: z.string().min(3) })
