import type { PersonActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import type { Lane } from '#lib/goto/budget-rule.ts'
import type { GotoClient } from '#lib/goto/client.ts'
import { gotoWith } from './goto-with.ts'
import { notConnected } from './grant-rows.ts'

/** GoTo as this person may use it. Each call throws `not_connected` while the person has no usable grant. */
export function gotoAs(actor: PersonActor, { lane }: { lane: Lane }): GotoClient {
  return {
    async call(name, ...given) {
      const connection = await db().connection.findUnique({ where: { personId: actor.personId }, select: { id: true } })
      if (!connection) throw notConnected()
      return gotoWith(connection.id, { lane }).call(name, ...given)
    },
  }
}
