import { dayMs } from '#lib/time/day.ts'

/** A session unused for this long ends. A working day, so that nobody signs in twice in one. */
export const idleMs = 8 * 60 * 60 * 1000

/** The longest any session lasts, however busy: everybody proves who they are once a week. */
export const absoluteMs = 7 * dayMs

/** Browsers that one person can be signed in with at once. */
export const mostSessions = 20

/** A sign-in must finish within this, and so must what was intended with it. */
export const ceremonyMs = 15 * 60 * 1000

/** Last-seen times are written at most this often. */
export const touchMs = 60 * 1000

export type SessionTimes = { idleEndsAt: Date; endsAt: Date; revokedAt: Date | null }

/** Whether a session is still valid at an instant. Both limits are exclusive: at the limit it is over. */
export function isAlive(session: SessionTimes, at: Date): boolean {
  return session.revokedAt === null && at < session.idleEndsAt && at < session.endsAt
}

/** The same for a query: a person's sessions that are still valid. */
export function aliveSessions(personId: string, at: Date) {
  return { personId, revokedAt: null, idleEndsAt: { gt: at }, endsAt: { gt: at } } as const
}

/** When a session used now ends if it is not used again. */
export function idleEndAfter(at: Date, endsAt: Date): Date {
  return new Date(Math.min(at.getTime() + idleMs, endsAt.getTime()))
}
