import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import type { CompanySettings } from './schema.ts'

export const settingsKey = ['settings'] as const

export const settingsQuery = queryOptions({
  queryKey: settingsKey,
  queryFn: ({ signal }) => api<CompanySettings>('/api/settings', { signal }),
})
