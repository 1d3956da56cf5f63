import { z } from 'zod'
import { changeAnnouncement } from '#lib/announcements/change-announcement.ts'
import { removeAnnouncement } from '#lib/announcements/remove-announcement.ts'
import { AnnouncementEdit } from '#lib/announcements/schema.ts'
import { route } from '#lib/http/route.ts'

const params = z.object({ id: z.uuid() })

export const PUT = route({
  params,
  body: AnnouncementEdit,
  run: ({ actor, params: { id }, body }) => changeAnnouncement(actor, id, body),
})

export const DELETE = route({ params, run: ({ actor, params: { id } }) => removeAnnouncement(actor, id) })
