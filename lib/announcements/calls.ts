import { api } from '#lib/http/api.ts'
import type { Announcement, AnnouncementDraft, AnnouncementEdit } from './schema.ts'

export function createAnnouncement(draft: AnnouncementDraft): Promise<Announcement> {
  return api<Announcement>('/api/announcements', { method: 'POST', body: draft })
}

export function changeAnnouncement(id: string, edit: AnnouncementEdit): Promise<Announcement> {
  return api<Announcement>(`/api/announcements/${encodeURIComponent(id)}`, { method: 'PUT', body: edit })
}

export function removeAnnouncement(id: string): Promise<unknown> {
  return api<unknown>(`/api/announcements/${encodeURIComponent(id)}`, { method: 'DELETE' })
}
