import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import type { AnnouncementList, AnnouncementPreview } from './schema.ts'

export const announcementsKey = ['announcements'] as const

/** Messages shown now. */
export const announcementsQuery = queryOptions({
  queryKey: [...announcementsKey, 'shown'],
  queryFn: ({ signal }) => api<AnnouncementList>('/api/announcements', { signal }),
  refetchInterval: 60_000,
})

/** Planned and past messages too: for administrators. */
export const allAnnouncementsQuery = queryOptions({
  queryKey: [...announcementsKey, 'all'],
  queryFn: ({ signal }) => api<AnnouncementList>('/api/announcements', { query: { all: '1' }, signal }),
  refetchOnWindowFocus: false,
})

/** How a draft will look: rendered by the server, as the message itself will be. */
export function previewQuery(body: string) {
  return queryOptions({
    queryKey: [...announcementsKey, 'preview', body] as const,
    queryFn: ({ signal }) =>
      api<AnnouncementPreview>('/api/announcements/preview', { method: 'POST', body: { body }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
