import { api } from '#lib/http/api.ts'
import type { ApiTokenDraft, CreatedApiToken } from './schema.ts'

export function createToken(draft: ApiTokenDraft): Promise<CreatedApiToken> {
  return api<CreatedApiToken>('/api/tokens', { method: 'POST', body: draft })
}

export function revokeToken(id: string): Promise<unknown> {
  return api<unknown>(`/api/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' })
}
