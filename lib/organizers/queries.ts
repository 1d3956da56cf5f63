import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import type { GroupList, GroupManagers, OrganizerList } from './schema.ts'

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

export function managersKey(groupId: string) {
  return ['managers', groupId] as const
}

export function managersQuery(groupId: string) {
  return queryOptions({
    queryKey: managersKey(groupId),
    queryFn: ({ signal }) => api<GroupManagers>(managersAddress(groupId), { signal }),
  })
}

export function managersAddress(groupId: string): string {
  return `/api/groups/${encodeURIComponent(groupId)}/managers`
}
