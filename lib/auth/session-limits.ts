/** Not used for this long: the session ends. A working day, so that nobody signs in twice in one. */
export const idleMs = 8 * 60 * 60 * 1000

/** At the latest then, however busy: everybody proves once a week who they are. */
export const absoluteMs = 7 * 24 * 60 * 60 * 1000

/** A sign-in has to be finished within this, and so has what was intended with it. */
export const ceremonyMs = 15 * 60 * 1000

/** Being seen is written at most this often. */
export const touchMs = 60 * 1000

export type SessionTimes = { idleEndsAt: Date; endsAt: Date; revokedAt: Date | null }

/** Whether a session still stands at an instant. Both limits belong to the end: at the limit it is over. */
export function isAlive(session: SessionTimes, at: Date): boolean {
  return session.revokedAt === null && at < session.idleEndsAt && at < session.endsAt
}

/** When an unused session ends that was used now. */
export function idleEndAfter(at: Date, endsAt: Date): Date {
  return new Date(Math.min(at.getTime() + idleMs, endsAt.getTime()))
}
