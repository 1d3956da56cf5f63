import { pool } from './client.ts'
import { type Condition, every, params } from './search-sql.ts'

/** So many rows are looked at one by one at most, to find what a list asks for. */
export const mostLookedAt = 1_500

/**
 * What all conditions find, where one of them is met by so few rows that they can be read by its index; null: each is
 * met by many, and the table has to be looked through in the order of the list, a piece at a time. Together they would
 * be no better: an index takes as long to find what many common words have in common as reading the table does.
 */
export async function findRare(
  table: string,
  columns: string,
  conditions: readonly Condition[],
): Promise<string[] | null> {
  const rare = conditions[(await rarest(table, conditions)) ?? -1]
  if (!rare) return null
  const { param, values } = params()
  return idsAmongFew({
    few: `SELECT id, ${columns} FROM ${table} t WHERE ${rare(param)}`,
    found: `SELECT DISTINCT t.id FROM few t WHERE ${every(conditions)(param)}`,
    values,
  })
}

/** The ids that `found` finds of `few`; null: those are more than may be looked at. */
export async function idsAmongFew(query: { few: string; found: string; values: unknown[] }): Promise<string[] | null> {
  const { rows } = await pool().query<{ few: number; ids: string[] }>(
    `WITH few AS MATERIALIZED (${query.few} LIMIT ${mostLookedAt + 1})
     SELECT (SELECT count(*)::int FROM few) AS few, ARRAY(${query.found})::text[] AS ids`,
    query.values,
  )
  const { few = 0, ids = [] } = rows[0] ?? {}
  return few > mostLookedAt ? null : ids
}

/** Which condition the fewest rows meet, as far as the planner's statistics know: asking them reads no row. */
export async function rarest(table: string, conditions: readonly Condition[]): Promise<number | null> {
  if (conditions.length === 0) return null
  const { param, values } = params()
  const each = conditions.map((one, nth) => `c${nth} AS MATERIALIZED (SELECT 1 FROM ${table} t WHERE ${one(param)})`)
  const counts = conditions.map((_, nth) => `(SELECT count(*) FROM c${nth})`)
  const { rows } = await pool().query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `EXPLAIN (FORMAT JSON) WITH ${each.join(', ')} SELECT ${counts.join(', ')}`,
    values,
  )
  const plans = rows[0]?.['QUERY PLAN'][0].Plan.Plans ?? []
  const expected = new Map(plans.map((plan) => [plan['Subplan Name'], plan['Plan Rows']]))
  const [fewest] = conditions
    .map((_, nth) => ({ nth, rows: expected.get(`CTE c${nth}`) ?? Number.POSITIVE_INFINITY }))
    .toSorted((a, b) => a.rows - b.rows)
  return fewest && fewest.rows <= mostLookedAt ? fewest.nth : null
}

type PlanNode = { 'Plan Rows': number; 'Subplan Name'?: string; Plans?: PlanNode[] }
