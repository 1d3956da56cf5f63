import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import type { GroupManagers } from './schema.ts'

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
