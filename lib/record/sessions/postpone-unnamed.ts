import type { Tx } from '#lib/db/client.ts'
import { unlisted } from '#lib/record/change-list.ts'
import { nextTry } from './next-try.ts'
import type { FoundSession } from './reconcile-sessions.ts'
import type { FoundStay } from './reconcile-stays.ts'

export type RunToStore = {
  id: string
  session: FoundSession
  stays: FoundStay[]
  /** Rows that may be of this run and could not be read. */
  unreadRows: number
}

/**
 * The runs of which GoTo has told all it will. A run that it has counted people of, or not counted at all, and named
 * none, is not read: its next try is noted, up to a bound.
 */
export async function postponeUnnamed(tx: Tx, runs: RunToStore[], readAt: Date): Promise<RunToStore[]> {
  const untold = runs.filter(({ session, stays }) => stays.length === 0 && session.attendeeCount !== 0)
  if (untold.length === 0) return runs
  const stored = await tx.session.findMany({
    where: { id: { in: untold.map(({ id }) => id) }, attendeesReadAt: null },
    select: { id: true, startedAt: true, endedAt: true, attendeesTries: true },
  })
  const later = new Set<string>()
  for (const { id, startedAt, endedAt, attendeesTries } of stored) {
    const askAt = nextTry({ endedAt: endedAt ?? startedAt, tries: attendeesTries + 1 }, readAt)
    if (askAt === null) continue
    later.add(id)
    const data = { attendeesTries: attendeesTries + 1, attendeesAskAt: askAt }
    await unlisted(tx).session.update({ where: { id }, data, select: { id: true } })
  }
  return runs.filter(({ id }) => !later.has(id))
}
