import { api } from '#lib/http/api.ts'
import type { CompanySettings, CompanySettingsDraft } from './schema.ts'

export function saveSettings(draft: CompanySettingsDraft): Promise<CompanySettings> {
  return api<CompanySettings>('/api/settings', { method: 'PUT', body: draft })
}
