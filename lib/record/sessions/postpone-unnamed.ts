import type { Tx } from '#lib/db/client.ts'
import { unlisted } from '#lib/record/change-list.ts'
import { nextTry } from './next-try.ts'
import type { FoundSession } from './reconcile-sessions.ts'
import type { FoundStay } from './reconcile-stays.ts'

export type RunToStore = {
  id: string
  session: FoundSession
  stays: FoundStay[]
  /** Rows that could not be read and may belong to this run. */
  unreadRows: number
}

/**
 * The runs GoTo has fully reported. A run whose people it counted, or hasn't counted at all, without naming any isn't
 * read: its next try is scheduled, up to a limit.
 */
export async function postponeUnnamed(tx: Tx, runs: RunToStore[], readAt: Date): Promise<RunToStore[]> {
  const unreported = runs.filter(({ session, stays }) => stays.length === 0 && session.attendeeCount !== 0)
  if (unreported.length === 0) return runs
  const stored = await tx.session.findMany({
    where: { id: { in: unreported.map(({ id }) => id) }, attendeesReadAt: null },
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
