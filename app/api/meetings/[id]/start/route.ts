import { z } from 'zod'
import { costly } from '#lib/http/limit-requests.ts'
import { route } from '#lib/http/route.ts'
import { startMeeting } from '#lib/meetings/host/start-meeting.ts'

export const POST = route({
  cost: costly,
  params: z.object({ id: z.uuid() }),
  run: ({ actor, params: { id } }) => startMeeting(actor, id),
})
