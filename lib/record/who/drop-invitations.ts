import type { Tx } from '#lib/db/client.ts'
import { unlisted } from '#lib/record/change-list.ts'

/** Removes people from the meetings that invited them and are gone: no list shows those. */
export async function dropInvitations(tx: Tx, personIds: string[]): Promise<void> {
  await unlisted(tx).invited.deleteMany({ where: { personId: { in: personIds }, meeting: { goneAt: { not: null } } } })
}
