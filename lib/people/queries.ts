import { api } from '#lib/http/api.ts'
import type { Me } from './schema.ts'

export const meKey = ['me'] as const

/** Pages ask with `meQuery` of `components/shell/use-me.ts`, which also opens their drafts. */
export function fetchMe(signal?: AbortSignal): Promise<Me> {
  return api<Me>('/api/me', signal ? { signal } : {})
}
