import type { Announcement as AnnouncementRow } from '#lib/db/generated/client.ts'
import { renderMarkdown } from './render-markdown.ts'
import type { Announcement } from './schema.ts'

export function viewAnnouncement(row: AnnouncementRow, changedBy: string): Announcement {
  return {
    id: row.id,
    body: row.body,
    html: renderMarkdown(row.body),
    from: row.startsAt?.toISOString() ?? null,
    until: row.endsAt?.toISOString() ?? null,
    version: row.version,
    changedAt: row.changedAt.toISOString(),
    changedBy,
  }
}
