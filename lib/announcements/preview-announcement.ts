import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { renderMarkdown } from './render-markdown.ts'
import type { AnnouncementPreview, AnnouncementPreviewDraft } from './schema.ts'

/** Shows how a draft will look, with the code that renders the message itself. Stores nothing. */
export function previewAnnouncement(actor: Actor, { body }: AnnouncementPreviewDraft): AnnouncementPreview {
  authorize(actor, 'announcement.edit')
  return { html: renderMarkdown(body) }
}
