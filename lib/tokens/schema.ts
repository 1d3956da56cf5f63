import { z } from 'zod'
import { toStorable } from '#lib/goto/contract/storable.ts'
import { dayMs } from '#lib/time/day.ts'
import { notForServices, scopes, sentences } from './sentences.ts'

/** The longest a token lasts: whoever uses it looks at it once a year, as at the other secrets of docs/security.md. */
export const longestDays = 366
export const longestMs = longestDays * dayMs

const actsAs = z.enum(['me', 'service'])
const Scope = z.enum(scopes)

/** `POST /api/tokens`. `service`: for administrators, a program that stands for nobody. */
export const ApiTokenDraft = z
  .strictObject({
    name: z
      .string(sentences.nameMissing)
      .overwrite(toStorable)
      .trim()
      .min(1, sentences.nameMissing)
      .max(80, sentences.nameTooLong),
    scopes: z
      .array(Scope, sentences.scopeMissing)
      .min(1, sentences.scopeMissing)
      .refine((given) => new Set(given).size === given.length, sentences.scopeTwice),
    expiresAt: z.iso.datetime({ offset: true, error: sentences.notAnInstant }),
    actsAs: actsAs.optional(),
  })
  .refine(({ actsAs: as, scopes: given }) => as !== 'service' || !given.some((one) => notForServices.includes(one)), {
    path: ['scopes'],
    error: sentences.notForServices,
  })
export type ApiTokenDraft = z.infer<typeof ApiTokenDraft>

/** The only answer that ever holds the token itself. */
export const CreatedApiToken = z.object({ id: z.string(), token: z.string() })
export type CreatedApiToken = z.infer<typeof CreatedApiToken>

export const ApiToken = z.object({
  id: z.string(),
  name: z.string(),
  /** Its first characters, by which people tell tokens apart. */
  start: z.string(),
  scopes: z.array(Scope),
  actsAs,
  madeBy: z.object({ personId: z.string(), name: z.string() }),
  isMine: z.boolean(),
  createdAt: z.string(),
  expiresAt: z.string(),
  /** To the minute. */
  lastUsedAt: z.string().nullable(),
  lastUsedFrom: z.string().nullable(),
  /** `paused`: its maker is disabled or, for a service, no longer an administrator. */
  state: z.enum(['active', 'paused', 'expired', 'revoked']),
  revokedAt: z.string().nullable(),
})
export type ApiToken = z.infer<typeof ApiToken>

/** `GET /api/tokens`: mine. `all`: everybody's, for administrators. */
export const ApiTokenFilter = z.strictObject({ all: z.literal('1').optional() })
export type ApiTokenFilter = z.infer<typeof ApiTokenFilter>

export const ApiTokenList = z.object({ items: z.array(ApiToken), hasMore: z.boolean() })
export type ApiTokenList = z.infer<typeof ApiTokenList>
