import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import type { SyncStatus } from './schema.ts'

export const jobsKey = ['jobs'] as const

export const syncStatusQuery = queryOptions({
  queryKey: jobsKey,
  queryFn: ({ signal }) => api<SyncStatus>('/api/jobs', { signal }),
  refetchInterval: 5_000,
})

export function syncNow(): Promise<unknown> {
  return api<unknown>('/api/jobs', { method: 'POST', body: { name: 'sync' } })
}
