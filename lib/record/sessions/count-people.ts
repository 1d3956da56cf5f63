import type { Tx } from '#lib/db/client.ts'
import { unlisted } from '#lib/record/change-list.ts'
import { attendeesOf, sessionParts } from './session-rows.ts'

/** Keeps with each of these sessions how many people its report has: lists say it without reading a stay. */
export async function countPeople(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await tx.session.findMany({ where: { id: { in: ids } }, include: sessionParts })
  const counted = rows.map((row) => ({ id: row.id, people: attendeesOf([row]).length }))
  await unlisted(tx).$executeRaw`
    UPDATE session SET people = counted.people
    FROM unnest(${counted.map(({ id }) => id)}::uuid[], ${counted.map(({ people }) => people)}::int[]) AS counted (id, people)
    WHERE session.id = counted.id AND session.people IS DISTINCT FROM counted.people`
}
