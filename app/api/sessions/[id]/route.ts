import { endSession } from '#lib/auth/end-session.ts'
import { loggedOff } from '#lib/auth/logged-off.ts'
import { SessionParams } from '#lib/auth/schema.ts'
import { route } from '#lib/http/route.ts'

export const DELETE = route({
  params: SessionParams,
  run: async ({ actor, params }) => loggedOff(await endSession(actor, params.id)),
})
