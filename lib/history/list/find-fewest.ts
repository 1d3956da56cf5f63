import { db, pool } from '#lib/db/client.ts'
import { rangeOfPeople } from '#lib/history/sentences.ts'
import { attendeesOf, type SummaryRow, sessionParts } from '#lib/record/sessions/session-rows.ts'
import { kindOfName } from '#lib/record/who/kind-of-name.ts'

/**
 * By session id: how few people a session's rows may be, where several share a placeholder name. Few sessions have such
 * rows, so their stays may be read.
 */
export async function findFewest(rows: readonly SummaryRow[]): Promise<Map<string, number>> {
  const ids = await withSharedPlaceholders(rows.filter(({ people }) => (people ?? 0) > 1).map(({ id }) => id))
  if (ids.length === 0) return new Map()
  const found = await db().session.findMany({ where: { id: { in: ids } }, include: sessionParts })
  return new Map(found.map((row) => [row.id, rangeOfPeople(attendeesOf([row])).fewestPeople]))
}

/** Names are compared without regard to how their letters are written, as the report compares them or more widely. */
async function withSharedPlaceholders(ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await pool().query<{ id: string; name: string }>(
    `SELECT session_id AS id, min(typed_name) AS name FROM attendance WHERE session_id = ANY($1::uuid[])
     GROUP BY session_id, typed_name_words HAVING count(*) > 1`,
    [ids],
  )
  const isPlaceholder = (name: string) => ['placeholder', 'none'].includes(kindOfName(name, ''))
  return [...new Set(rows.filter(({ name }) => isPlaceholder(name)).map(({ id }) => id))]
}
