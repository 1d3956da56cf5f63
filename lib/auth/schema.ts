import { z } from 'zod'

/** One signed-in browser of mine. */
export const PortalSession = z.object({
  id: z.string(),
  /** The one asking. */
  isCurrent: z.boolean(),
  via: z.enum(['goto', 'company']),
  userAgent: z.string(),
  address: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  /** The latest it can end; sooner when idle. */
  endsAt: z.string(),
})
export type PortalSession = z.infer<typeof PortalSession>

/** `GET /api/sessions`; `DELETE /api/sessions` ends all, `DELETE /api/sessions/{id}` one, `…/current` this one. */
export const PortalSessionList = z.object({ items: z.array(PortalSession) })
export type PortalSessionList = z.infer<typeof PortalSessionList>

export const SessionParams = z.strictObject({ id: z.union([z.literal('current'), z.uuid()]) })
