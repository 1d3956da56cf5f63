import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import type { AnnouncementList } from './schema.ts'

export const announcementsKey = ['announcements'] as const

/** Messages shown now. */
export const announcementsQuery = queryOptions({
  queryKey: [...announcementsKey, 'shown'],
  queryFn: ({ signal }) => api<AnnouncementList>('/api/announcements', { signal }),
  refetchInterval: 60_000,
})
