import { z } from 'zod'
import { costly } from '#lib/http/limit-requests.ts'
import { route } from '#lib/http/route.ts'
import { endMeeting } from '#lib/meetings/host/end-meeting.ts'

export const POST = route({
  cost: costly,
  params: z.object({ id: z.uuid() }),
  run: ({ actor, params: { id } }) => endMeeting(actor, id),
})
