import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import { announcementsKey } from './queries.ts'
import type { AnnouncementList, AnnouncementPreview } from './schema.ts'

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
