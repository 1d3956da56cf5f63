import type { Actor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { askHistory } from '#lib/history/reading/ask-history.ts'
import type { HistoryFilter, PastSession, SessionList } from '#lib/history/schema.ts'
import { noTurn, type Turn } from '#lib/http/turns.ts'
import { pendingRunsOf } from '#lib/record/meetings/pending-run.ts'
import { type SummaryRow, viewSummary } from '#lib/record/sessions/session-rows.ts'
import { findFewest } from './find-fewest.ts'
import { findSessions } from './find-sessions.ts'
import { findWholes } from './find-wholes.ts'
import { getCoverage } from './get-coverage.ts'
import { historyQuery } from './history-query.ts'

/**
 * The past sessions this actor may see. Answers with what is known, after a short wait for what isn't; the rest comes
 * with the next request (`coverage.isReading`). @throws AppError `forbidden`, or `invalid` by field
 */
export async function listHistory(actor: Actor, filter: HistoryFilter, turn: Turn = noTurn): Promise<SessionList> {
  const at = now()
  const query = await historyQuery(actor, filter, at)
  const lookedAt = { ...query, withAttendees: false }
  await askHistory(actor, query.organizers, lookedAt)
  return turn(async () => {
    const [{ rows, nextCursor }, freshness] = await Promise.all([
      findSessions(query),
      getCoverage(query.organizers, lookedAt, at),
    ])
    return { items: await viewPast(rows, at), nextCursor, ...freshness }
  })
}

/** Whether it was all of its meeting is part of what a list says of a session. */
async function viewPast(rows: readonly SummaryRow[], at: Date): Promise<PastSession[]> {
  const occurrenceIds = rows.flatMap(({ occurrenceId }) => occurrenceId ?? [])
  const [pending, wholes, fewest] = await Promise.all([
    pendingRunsOf(occurrenceIds, at),
    findWholes(rows),
    findFewest(rows),
  ])
  return rows.map((row) => ({
    ...viewSummary(row),
    pending: pending.get(row.occurrenceId ?? '') ?? null,
    fewestPeople: fewest.get(row.id) ?? null,
    whole: wholes.get(row.id) ?? null,
  }))
}
