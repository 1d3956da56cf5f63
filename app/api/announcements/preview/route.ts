import { previewAnnouncement } from '#lib/announcements/preview-announcement.ts'
import { AnnouncementPreviewDraft } from '#lib/announcements/schema.ts'
import { route } from '#lib/http/route.ts'

export const POST = route({
  body: AnnouncementPreviewDraft,
  run: ({ actor, body }) => previewAnnouncement(actor, body),
})
