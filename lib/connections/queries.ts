import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import type { MyConnection } from './schema.ts'

export const connectionKey = ['connection'] as const

export const connectionQuery = queryOptions({
  queryKey: connectionKey,
  queryFn: ({ signal }) => api<MyConnection>('/api/connections', { signal }),
})
