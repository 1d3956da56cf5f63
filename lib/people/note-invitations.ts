import { now } from '#lib/clock.ts'
import type { Tx } from '#lib/db/client.ts'

type Change = { before: readonly string[]; after: readonly string[] }

/**
 * Notes which guests a meeting invited `before` and no longer does, and which it invites only now. When the invitation
 * to a meeting that is gone ended, the meeting's own row says.
 */
export async function noteInvitations(tx: Tx, { before, after }: Change): Promise<void> {
  const [was, is] = [new Set(before), new Set(after)]
  const left = before.filter((id) => !is.has(id))
  const come = after.filter((id) => !was.has(id))
  if (left.length + come.length === 0) return
  // Changes of two meetings that share guests take their rows in the same order.
  const guests = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM person WHERE id = ANY(${[...left, ...come]}::uuid[]) AND guest_of IS NOT NULL
    ORDER BY id FOR NO KEY UPDATE`
  const own = new Set(guests.map(({ id }) => id))
  await setUninvited(
    tx,
    left.filter((id) => own.has(id)),
    now(),
  )
  await setUninvited(
    tx,
    come.filter((id) => own.has(id)),
    null,
  )
}

async function setUninvited(tx: Tx, ids: string[], uninvitedAt: Date | null): Promise<void> {
  if (ids.length > 0) await tx.person.updateMany({ where: { id: { in: ids } }, data: { uninvitedAt } })
}
