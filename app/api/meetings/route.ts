import { costly } from '#lib/http/limit-requests.ts'
import { conditionalJson, takesGzip } from '#lib/http/respond.ts'
import { route } from '#lib/http/route.ts'
import { createMeeting } from '#lib/meetings/create/create-meeting.ts'
import { listMeetingsAsText } from '#lib/meetings/list/list-meetings.ts'
import { MeetingDraft, MeetingFilter } from '#lib/meetings/schema.ts'

export const GET = route({
  query: MeetingFilter,
  // What everybody's home page asks for every second is shared.
  takesTurns: (query) => Object.keys(query).length > 0,
  run: async ({ actor, query, request }) => {
    const { etag, body, gzip } = await listMeetingsAsText(actor, query)
    return conditionalJson(request, etag, async () => (takesGzip(request) ? gzip() : body))
  },
})

export const POST = route({
  cost: costly,
  body: MeetingDraft,
  status: 201,
  run: ({ actor, body }) => createMeeting(actor, body),
})
