import { z } from 'zod'
import { route } from '#lib/http/route.ts'
import { undoCancellation } from '#lib/meetings/cancel/undo-cancellation.ts'

export const DELETE = route({
  params: z.object({ id: z.uuid() }),
  run: ({ actor, params: { id } }) => undoCancellation(actor, id),
})
