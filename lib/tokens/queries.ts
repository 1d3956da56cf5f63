import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import type { ApiTokenList } from './schema.ts'

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
