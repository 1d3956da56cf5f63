import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { inTransaction } from '#lib/db/client.ts'
import { countingRule, countPeople } from '#lib/record/sessions/count-people.ts'

/** How many sessions per transaction, each with all its stays. */
const atOnce = 50
/** Per run: the rest waits for the next, so that the worker's other jobs don't wait long. */
const mostRounds = 40

/**
 * Recounts the people of sessions counted by an older rule, including those an older process still writes during an
 * update. Until then lists show the older count. Returns how many were recounted.
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

/** Skips sessions whose stays are being stored: those are counted with them. */
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
