import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import type { GroupList, OrganizerList } from './schema.ts'

export const organizersQuery = queryOptions({
  queryKey: ['organizers'] as const,
  queryFn: ({ signal }) => api<OrganizerList>('/api/organizers', { signal }),
  staleTime: 300_000,
})

export const groupsQuery = queryOptions({
  queryKey: ['groups'] as const,
  queryFn: ({ signal }) => api<GroupList>('/api/groups', { signal }),
  staleTime: 300_000,
})
