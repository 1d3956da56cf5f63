import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { getMe } from './get-me.ts'
import type { Me, PreferencesDraft } from './schema.ts'

/** My preferences, in every browser; omitted ones stay. */
export async function savePreferences(actor: Actor, draft: PreferencesDraft): Promise<Me> {
  const me = authorize(actor, 'me.edit')
  const { zone, clock, theme, singleKeys } = draft
  const data = {
    ...(zone !== undefined && { zone }),
    ...(clock !== undefined && { clock }),
    ...(theme !== undefined && { theme }),
    ...(singleKeys !== undefined && { singleKeys }),
  }
  await db().person.update({ where: { id: me.personId }, data })
  return getMe(me)
}
