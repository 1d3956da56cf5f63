import { z } from 'zod'
import { getMeetingReport } from '#lib/history/session/get-meeting-report.ts'
import { route } from '#lib/http/route.ts'

/** Who came, over all sittings of the meeting. */
export const GET = route({
  params: z.object({ id: z.uuid() }),
  run: ({ actor, params: { id } }) => getMeetingReport(actor, id),
})
