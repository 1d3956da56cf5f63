import { route } from '#lib/http/route.ts'
import { getMe } from '#lib/people/get-me.ts'
import { savePreferences } from '#lib/people/save-preferences.ts'
import { PreferencesDraft } from '#lib/people/schema.ts'

export const GET = route({ run: ({ actor }) => getMe(actor) })
export const PUT = route({ body: PreferencesDraft, run: ({ actor, body }) => savePreferences(actor, body) })
