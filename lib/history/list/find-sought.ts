import { db, pool } from '#lib/db/client.ts'
import { writeCursor } from '#lib/db/list-filter.ts'
import { findRare, mostLookedAt } from '#lib/db/rarest.ts'
import { searchParts } from '#lib/db/search-parts.ts'
import { type Condition, every, onlyAmong, params, searchedColumns, subjectConditions } from '#lib/db/search-sql.ts'
import type { HistoryQuery } from './history-query.ts'
import { findRareStays, stayConditions, withPerson } from './stay-conditions.ts'

/** Ids of the sessions of a page, and of what in them is sought: sessions themselves, stays in them. */
export type Sought = { ids: string[]; nextCursor: string | null; whole: Set<string>; stays: Set<string> }
export type SoughtQuery = Pick<HistoryQuery, 'where' | 'limit'> & { q: string }

/** Sessions with the words in what they are about. */
export async function findSought(query: SoughtQuery): Promise<Sought> {
  const conditions = await aboutConditions(query.q)
  if (!conditions) return nothing
  return lookThrough(query, mostLookedAt, {
    findRare: () => findRare('session', searchedColumns, conditions),
    findIn: async (ids) => ({ whole: await idsIn(ids, conditions), stays: [] }),
  })
}

/** As many people's stays may be looked at. */
const mostPeople = 3_000
const mostSessions = 500

/** The same, and sessions that somebody of that name or address was in. */
export async function findSoughtPeople(query: SoughtQuery): Promise<Sought> {
  const conditions = await aboutConditions(query.q)
  if (!conditions) return nothing
  const stay = stayConditions(query.q)
  return lookThrough(query, mostSessions, {
    async findRare() {
      const about = await findRare('session', searchedColumns, conditions)
      const attended = about && (await findRareStays(query.q))
      return about && attended && [...new Set([...about, ...attended])]
    },
    async findIn(ids) {
      const [whole, stays] = await Promise.all([idsIn(ids, conditions), staysIn(ids, stay)])
      return { whole, stays }
    },
  })
}

async function aboutConditions(q: string): Promise<Condition[] | null> {
  const parts = searchParts(q)
  return parts.length === 0 ? null : subjectConditions(parts)
}

type Ways = {
  findRare: () => Promise<string[] | null>
  findIn: (ids: string[]) => Promise<{ whole: string[]; stays: { id: string; sessionId: string }[] }>
}

/** What may be few is found by an index; anything else is looked through, the newest first, a piece per page. */
async function lookThrough({ where, limit }: SoughtQuery, most: number, { findRare, findIn }: Ways): Promise<Sought> {
  const rare = await findRare()
  const sessions = await db().session.findMany({
    where: rare ? { AND: [where, { id: { in: rare } }] } : where,
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: rare ? limit + 1 : most,
    select: { id: true, startedAt: true, people: true, attendeeCount: true },
  })
  const looked = rare ? sessions : withoutCrowds(sessions)
  const { whole, stays } = await findIn(looked.map(({ id }) => id))
  const found = new Set([...whole, ...stays.map(({ sessionId }) => sessionId)])
  const all = looked.filter(({ id }) => found.has(id))
  const page = all.slice(0, limit)
  const isWhole = rare !== null || (looked.length === sessions.length && sessions.length < most)
  const last = all.length > limit ? page.at(-1) : isWhole ? undefined : looked.at(-1)
  return {
    ids: page.map(({ id }) => id),
    nextCursor: last ? writeCursor({ startsAt: last.startedAt, id: last.id }) : null,
    whole: new Set(whole),
    stays: new Set(stays.map(({ id }) => id)),
  }
}

/** So many of them that not too many people were there, and always one. */
function withoutCrowds<S extends { people: number | null; attendeeCount: number | null }>(sessions: S[]): S[] {
  let people = 0
  return sessions.filter((session, nth) => {
    people += Math.max(session.people ?? 0, session.attendeeCount ?? 0)
    return nth === 0 || people <= mostPeople
  })
}

async function idsIn(ids: string[], conditions: readonly Condition[]): Promise<string[]> {
  const { param, values } = params(ids)
  const { rows } = await pool().query<{ id: string }>(
    `SELECT t.id FROM ${onlyAmong('session', 'id', 'SELECT unnest($1::uuid[]) AS id')} WHERE ${every(conditions)(param)}`,
    values,
  )
  return rows.map(({ id }) => id)
}

async function staysIn(ids: string[], conditions: readonly Condition[]) {
  const { param, values } = params(ids)
  const { rows } = await pool().query<{ id: string; sessionId: string }>(
    `SELECT t.id, t.session_id AS "sessionId" FROM ${onlyAmong('attendance', 'session_id', 'SELECT unnest($1::uuid[]) AS id')}
     ${withPerson} WHERE ${every(conditions)(param)}`,
    values,
  )
  return rows
}

const nothing: Sought = { ids: [], nextCursor: null, whole: new Set(), stays: new Set() }
