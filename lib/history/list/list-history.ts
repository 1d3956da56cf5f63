import type { Actor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { askHistory } from '#lib/history/reading/ask-history.ts'
import type { HistoryFilter, SessionList } from '#lib/history/schema.ts'
import { viewSummary } from '#lib/record/sessions/session-rows.ts'
import { findSessions } from './find-sessions.ts'
import { getCoverage } from './get-coverage.ts'
import { historyQuery } from './history-query.ts'

/**
 * The past sessions this actor may see. Answers with what is known, after a short wait for what isn't; the rest comes
 * with the next request (`coverage.isReading`). @throws AppError `forbidden`, or `invalid` by field
 */
export async function listHistory(actor: Actor, filter: HistoryFilter): Promise<SessionList> {
  const at = now()
  const query = await historyQuery(actor, filter, at)
  const lookedAt = { ...query, withAttendees: false }
  await askHistory(actor, query.organizers, lookedAt)
  const [{ rows, nextCursor }, freshness] = await Promise.all([
    findSessions(query),
    getCoverage(query.organizers, lookedAt, at),
  ])
  return { items: rows.map((row) => viewSummary(row)), nextCursor, ...freshness }
}
