import { z } from 'zod'
import { route } from '#lib/http/route.ts'
import { revokeToken } from '#lib/tokens/revoke-token.ts'

export const DELETE = route({
  params: z.object({ id: z.uuid() }),
  run: ({ actor, params: { id } }) => revokeToken(actor, id),
})
