import type { Tx } from '#lib/db/client.ts'
import { unlisted } from '#lib/record/change-list.ts'
import { attendeesOf, peopleOf, sessionParts } from './session-rows.ts'

/** Goes up by one whenever a report counts its people differently: sessions counted by an older rule are recounted. */
export const countingRule = 3

/**
 * Stores with each of these sessions how many people its report has, so that lists can show it without reading a stay.
 */
export async function countPeople(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await tx.session.findMany({ where: { id: { in: ids } }, include: sessionParts })
  const counted = rows.map((row) => ({ id: row.id, people: peopleOf(attendeesOf([row])) }))
  await unlisted(tx).$executeRaw`
    UPDATE session SET people = counted.people, people_rule = ${countingRule}
    FROM unnest(${counted.map(({ id }) => id)}::uuid[], ${counted.map(({ people }) => people)}::int[]) AS counted (id, people)
    WHERE session.id = counted.id
      AND (session.people IS DISTINCT FROM counted.people OR session.people_rule <> ${countingRule})`
}
