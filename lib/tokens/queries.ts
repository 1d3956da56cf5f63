import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import type { ApiTokenDraft, ApiTokenList, CreatedApiToken } from './schema.ts'

export const tokensKey = ['tokens'] as const

/** Mine, or everybody's. */
export function tokensQuery(whose: 'mine' | 'all') {
  return queryOptions({
    queryKey: [...tokensKey, whose] as const,
    queryFn: ({ signal }) =>
      api<ApiTokenList>('/api/tokens', { query: { all: whose === 'all' ? '1' : undefined }, signal }),
    // When one was last used moves by itself.
    refetchInterval: 60_000,
  })
}

export function createToken(draft: ApiTokenDraft): Promise<CreatedApiToken> {
  return api<CreatedApiToken>('/api/tokens', { method: 'POST', body: draft })
}

export function revokeToken(id: string): Promise<unknown> {
  return api<unknown>(`/api/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' })
}
