import { pool } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { findRare, mostLookedAt } from '#lib/db/rarest.ts'
import { type Condition, every, onlyAmong, params, searchedColumns } from '#lib/db/search-sql.ts'
import type { BusyRoom } from './find-busy-rooms.ts'
import type { ListQuery } from './list-query.ts'

type Due = { since: Date; busy: readonly BusyRoom[] }

/**
 * The meetings a list is of, and perhaps others that aren't to be listed, where an index finds them and they are few:
 * those with a rare word, a person's, a group's. null: the list has to be looked through. `sought`: what all of them
 * must have in words.
 */
export async function findCandidates(
  { mine, organizer, group }: ListQuery['asked'],
  sought: readonly Condition[] | null,
  due: Due,
): Promise<string[] | null> {
  const found = sought && (await findRare('meeting', searchedColumns, sought))
  if (found) return found
  const held =
    (mine && (await findHeld([organizedBy('o.person_id', mine), invited(mine)], due))) ||
    (organizer && (await findHeld([organizedBy('o.person_id', organizer)], due))) ||
    (group && (await findHeld([organizedBy('o.group_id', group)], due))) ||
    null
  return held && sought ? idsWith(sought, (param) => `SELECT unnest(${param(held)}::uuid[]) AS id`) : held
}

/** Which of these are found: `among` names their ids, few and each once. */
export async function found(sought: readonly Condition[] | null, among: Condition): Promise<Prisma.MeetingWhereInput> {
  return sought ? { id: { in: await idsWith(sought, among) } } : {}
}

async function idsWith(sought: readonly Condition[], among: Condition): Promise<string[]> {
  const { param, values } = params()
  const { rows } = await pool().query<{ id: string }>(
    `SELECT t.id FROM ${onlyAmong('meeting', 'id', among(param))} WHERE ${every(sought)(param)}`,
    values,
  )
  return rows.map(({ id }) => id)
}

type Way = { sql: string; value: string }

function organizedBy(column: string, value: string): Way {
  return { sql: `SELECT m.id FROM organizer o JOIN meeting m ON m.organizer_id = o.id WHERE ${column} =`, value }
}

function invited(value: string): Way {
  return { sql: 'SELECT i.meeting_id FROM invited i WHERE i.person_id =', value }
}

/** Meetings are kept for years: of all there are, the ones that may be listed. */
async function findHeld(ways: readonly Way[], { since, busy }: Due): Promise<string[] | null> {
  const most = 3 * mostLookedAt
  const held = ways.map(({ sql }, nth) => `${sql} $${nth + 3}::uuid`).join(' UNION ALL ')
  const { rows } = await pool().query<{ held: number; ids: string[] }>(
    `WITH held AS MATERIALIZED (SELECT * FROM (${held}) h LIMIT ${most + 1})
     SELECT (SELECT count(*)::int FROM held) AS held, ARRAY(
       SELECT DISTINCT m.id FROM held JOIN meeting m ON m.id = held.id
       WHERE m.gone_at IS NULL AND (m.kind = 'room' OR EXISTS (
         SELECT FROM occurrence x WHERE x.meeting_id = m.id AND (x.ends_at >= $1 OR x.goto_meeting_id = ANY($2::bigint[]))))
     )::text[] AS ids`,
    [since, busy.map(({ id }) => id), ...ways.map(({ value }) => value)],
  )
  const { held: count = 0, ids = [] } = rows[0] ?? {}
  return count > most || ids.length > mostLookedAt ? null : ids
}
