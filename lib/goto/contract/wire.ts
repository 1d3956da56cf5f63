import { z } from 'zod'

/** The vendor's types as specified (goto-api.md 1.1 S1, S2): what a strict answer is made of. */

/** A bare JSON number that may exceed 2^53; `parseGotoJson` and `stringifyGotoJson` keep its digits. */
export const int64 = z.union([z.int(), z.bigint()])
export const int32 = z.int32()
export const text = z.string()
export const dateTime = z.iso.datetime({ offset: true })
export const meetingType = z.enum(['immediate', 'recurring', 'scheduled'])
export const meetingStatus = z.enum(['ACTIVE', 'INACTIVE'])
export const organizerStatus = z.enum(['active', 'suspended'])
/** S1 has the first four, S2 adds three. */
export const product = z.enum(['G2M', 'G2T', 'G2W', 'OPENVOICE', 'G2ASEEIT', 'G2ARS', 'G2ASD'])

/** How people hear each other; any other text holds a company's own numbers and codes (goto-api.md 5.2). */
export const audioOptions = ['PSTN', 'Free', 'Hybrid', 'Private', 'VoIP'] as const

/** Ids in paths: digits, no dashes (goto-api.md 4). */
export const digits = z.string().regex(/^\d{1,19}$/, 'must be digits')
/** A session id in a path: digits, or a UUID for some. */
export const session = z
  .string()
  .regex(/^(\d{1,19}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i, 'must be a session id')
/** Instants in requests: ISO 8601, UTC, with a Z. */
export const instant = z.iso.datetime()
