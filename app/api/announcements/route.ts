import { createAnnouncement } from '#lib/announcements/create-announcement.ts'
import { listAnnouncements } from '#lib/announcements/list-announcements.ts'
import { AnnouncementDraft, AnnouncementFilter } from '#lib/announcements/schema.ts'
import { route } from '#lib/http/route.ts'

export const GET = route({ query: AnnouncementFilter, run: ({ actor, query }) => listAnnouncements(actor, query) })

export const POST = route({
  body: AnnouncementDraft,
  status: 201,
  run: ({ actor, body }) => createAnnouncement(actor, body),
})
