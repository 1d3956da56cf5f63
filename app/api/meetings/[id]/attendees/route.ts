import { z } from 'zod'
import { route } from '#lib/http/route.ts'
import { listAttendees } from '#lib/meetings/page/list-attendees.ts'

export const GET = route({
  params: z.object({ id: z.uuid() }),
  run: ({ actor, params: { id } }) => listAttendees(actor, id),
})
