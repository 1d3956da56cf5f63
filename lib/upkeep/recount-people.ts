import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { inTransaction } from '#lib/db/client.ts'
import { countingRule, countPeople } from '#lib/record/sessions/count-people.ts'

/** Each of them with all its stays, in one transaction. */
const atOnce = 50
/** In one run: what is left waits for the next, so that nothing else of the worker waits long. */
const mostRounds = 40

/**
 * Counts anew how many people were in the sessions that an older rule counted, and in those that a process of before an
 * update still writes. Until then lists show the older count. Answers how many were counted.
 */
export async function recountPeople(actor: Actor): Promise<{ counted: number }> {
  authorize(actor, 'sync.run')
  let counted = 0
  for (let round = 0; round < mostRounds; round += 1) {
    const found = await countSome()
    counted += found
    if (found < atOnce) break
  }
  return { counted }
}

/** Whose stays are being stored is left out: they are counted with them. */
async function countSome(): Promise<number> {
  return inTransaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM session WHERE people_rule < ${countingRule} AND attendees_read_at IS NOT NULL
      ORDER BY started_at DESC LIMIT ${atOnce} FOR UPDATE SKIP LOCKED`
    await countPeople(
      tx,
      rows.map(({ id }) => id),
    )
    return rows.length
  })
}
