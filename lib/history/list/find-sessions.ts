import { db } from '#lib/db/client.ts'
import { writeCursor } from '#lib/db/list-filter.ts'
import { type SessionRow, type SummaryRow, sessionParts, summaryParts } from '#lib/record/sessions/session-rows.ts'
import { findSought, findSoughtPeople, type Sought } from './find-sought.ts'
import type { HistoryQuery } from './history-query.ts'

/** `nextCursor` may be there although the page isn't full: the list was looked through no further. */
export type SessionPage<R> = { rows: R[]; nextCursor: string | null }
export type PageQuery = Pick<HistoryQuery, 'where' | 'limit' | 'q'>

/** One page, newest first. */
export async function findSessions(query: PageQuery): Promise<SessionPage<SummaryRow>> {
  const sought = query.q === null ? null : await findSought({ ...query, q: query.q })
  return pageOf(await db().session.findMany({ ...listed(query, sought), include: summaryParts }), query, sought)
}

/** The same, with attendance; of a search for people too, with what is sought in it. */
export async function findReports(query: PageQuery): Promise<SessionPage<SessionRow> & { sought: Sought | null }> {
  const sought = query.q === null ? null : await findSoughtPeople({ ...query, q: query.q })
  const found = await db().session.findMany({ ...listed(query, sought), include: sessionParts })
  return { ...pageOf(found, query, sought), sought }
}

function listed({ where, limit }: PageQuery, sought: Sought | null) {
  return {
    where: sought ? { id: { in: sought.ids } } : where,
    orderBy: [{ startedAt: 'desc' as const }, { id: 'desc' as const }],
    take: limit + 1,
  }
}

function pageOf<R extends SummaryRow>(found: R[], { limit }: PageQuery, sought: Sought | null): SessionPage<R> {
  if (sought) return { rows: found, nextCursor: sought.nextCursor }
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return { rows, nextCursor: last ? writeCursor({ startsAt: last.startedAt, id: last.id }) : null }
}
