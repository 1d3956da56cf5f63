import { z } from 'zod'

/** A person's GoTo grant, without its secrets. */
export const Connection = z.object({
  status: z.enum(['active', 'revoked']),
  accountKey: z.string(),
  email: z.string(),
  /** Holds an administrator role at GoTo: may be lent for company-wide reading. */
  isAdministrator: z.boolean(),
  grantedAt: z.string(),
  /** When GoTo ends it; reconnect before then. */
  grantEndsAt: z.string(),
  revokedAt: z.string().nullable(),
  /** Set while it is lent. */
  lentAt: z.string().nullable(),
  /** When GoTo last refused it, since it was last renewed. */
  lastFailureAt: z.string().nullable(),
})
export type Connection = z.infer<typeof Connection>

/**
 * `GET /api/connections`: mine, or null. `POST` says that I want to connect, before the sign-in; `DELETE` disconnects.
 */
export const MyConnection = z.object({
  /** Whether this installation has a GoTo client at all. */
  isPossible: z.boolean(),
  connection: Connection.nullable(),
})
export type MyConnection = z.infer<typeof MyConnection>

/** `PUT /api/connections`: lend my administrator's grant, or take it back. */
export const ConnectionDraft = z.strictObject({ isLent: z.boolean() })
export type ConnectionDraft = z.infer<typeof ConnectionDraft>
