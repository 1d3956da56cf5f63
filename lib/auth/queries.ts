import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import type { PortalSessionList } from './schema.ts'

export const sessionsKey = ['sessions'] as const

export const sessionsQuery = queryOptions({
  queryKey: sessionsKey,
  queryFn: ({ signal }) => api<PortalSessionList>('/api/sessions', { signal }),
})

type SignInWays = Record<string, { id: string }>
type CsrfToken = { csrfToken: string }

/** Which sign-in methods this installation offers, and the token needed to start any of them. */
export async function prepareSignIn(): Promise<{ ways: string[]; csrfToken: string }> {
  const [ways, csrf] = await Promise.all([api<SignInWays>('/api/auth/providers'), api<CsrfToken>('/api/auth/csrf')])
  return { ways: Object.keys(ways), csrfToken: csrf.csrfToken }
}
