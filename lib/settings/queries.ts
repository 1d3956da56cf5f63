import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import type { CompanySettings, CompanySettingsDraft } from './schema.ts'

export const settingsKey = ['settings'] as const

export const settingsQuery = queryOptions({
  queryKey: settingsKey,
  queryFn: ({ signal }) => api<CompanySettings>('/api/settings', { signal }),
})

export function saveSettings(draft: CompanySettingsDraft): Promise<CompanySettings> {
  return api<CompanySettings>('/api/settings', { method: 'PUT', body: draft })
}
