import type { Actor } from '#lib/auth/actor.ts'
import { authorizeEditor } from './authorize-editor.ts'
import { renderMarkdown } from './render-markdown.ts'
import type { AnnouncementPreview, AnnouncementPreviewDraft } from './schema.ts'

/** How a draft will look, by the very code that renders the message. Keeps nothing. */
export function previewAnnouncement(actor: Actor, { body }: AnnouncementPreviewDraft): AnnouncementPreview {
  authorizeEditor(actor)
  return { html: renderMarkdown(body) }
}
