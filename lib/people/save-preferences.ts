import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { getMe } from './get-me.ts'
import type { Me, PreferencesDraft } from './schema.ts'

/** How I like Foyer from now on, in every browser; what is not given stays. */
export async function savePreferences(actor: Actor, draft: PreferencesDraft): Promise<Me> {
  const me = authorize(actor, 'me.edit')
  const { zone, theme, singleKeys } = draft
  const data = {
    ...(zone !== undefined && { zone }),
    ...(theme !== undefined && { theme }),
    ...(singleKeys !== undefined && { singleKeys }),
  }
  await db().person.update({ where: { id: me.personId }, data })
  return getMe(me)
}
