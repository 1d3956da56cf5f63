import { db } from '#lib/db/client.ts'
import { writeCursor } from '#lib/db/list-filter.ts'
import { type SessionRow, type SummaryRow, sessionParts, summaryParts } from '#lib/record/sessions/session-rows.ts'
import type { HistoryQuery } from './history-query.ts'

export type SessionPage<R> = { rows: R[]; nextCursor: string | null }
export type PageQuery = Pick<HistoryQuery, 'where' | 'limit'>

/** One page, newest first. */
export async function findSessions(query: PageQuery): Promise<SessionPage<SummaryRow>> {
  return pageOf(await db().session.findMany({ ...listed(query), include: summaryParts }), query)
}

/** The same, with attendance. */
export async function findReports(query: PageQuery): Promise<SessionPage<SessionRow>> {
  return pageOf(await db().session.findMany({ ...listed(query), include: sessionParts }), query)
}

function listed({ where, limit }: PageQuery) {
  return { where, orderBy: [{ startedAt: 'desc' as const }, { id: 'desc' as const }], take: limit + 1 }
}

function pageOf<R extends SummaryRow>(found: R[], { limit }: PageQuery): SessionPage<R> {
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return { rows, nextCursor: last ? writeCursor({ startsAt: last.startedAt, id: last.id }) : null }
}
