import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import type { PortalSessionList } from './schema.ts'

export const sessionsKey = ['sessions'] as const

export const sessionsQuery = queryOptions({
  queryKey: sessionsKey,
  queryFn: ({ signal }) => api<PortalSessionList>('/api/sessions', { signal }),
})

/** Ends one of my sessions; `current` is the one that asks. */
export function endSession(id: string): Promise<unknown> {
  return api<unknown>(`/api/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

export function endAllSessions(): Promise<unknown> {
  return api<unknown>('/api/sessions', { method: 'DELETE' })
}

type SignInWays = Record<string, { id: string }>
type CsrfToken = { csrfToken: string }

/** Which ways of signing in this installation offers, and the token without which none starts. */
export async function prepareSignIn(): Promise<{ ways: string[]; csrfToken: string }> {
  const [ways, csrf] = await Promise.all([api<SignInWays>('/api/auth/providers'), api<CsrfToken>('/api/auth/csrf')])
  return { ways: Object.keys(ways), csrfToken: csrf.csrfToken }
}
