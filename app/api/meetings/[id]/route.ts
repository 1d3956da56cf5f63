import { z } from 'zod'
import { costly } from '#lib/http/limit-requests.ts'
import { route } from '#lib/http/route.ts'
import { cancelMeeting } from '#lib/meetings/cancel/cancel-meeting.ts'
import { changeMeeting } from '#lib/meetings/change/change-meeting.ts'
import { getMeetingDetail } from '#lib/meetings/page/get-meeting-detail.ts'
import { MeetingChange } from '#lib/meetings/schema.ts'

const params = z.object({ id: z.uuid() })

export const GET = route({ params, run: ({ actor, params: { id } }) => getMeetingDetail(actor, id) })

export const PUT = route({
  cost: costly,
  params,
  body: MeetingChange,
  run: ({ actor, params: { id }, body }) => changeMeeting(actor, id, body),
})

export const DELETE = route({ params, run: ({ actor, params: { id } }) => cancelMeeting(actor, id) })
