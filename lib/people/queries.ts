import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import type { Me, NameMatches, NamesDraft, PeopleList, PeopleQuery, PreferencesDraft } from './schema.ts'

export const meKey = ['me'] as const

/** Who is signed in. Refetched on focus, so that signing out elsewhere is noticed here. */
export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: ({ signal }) => api<Me>('/api/me', { signal }),
  staleTime: 30_000,
})

export function savePreferences(draft: PreferencesDraft): Promise<Me> {
  return api<Me>('/api/me', { method: 'PUT', body: draft })
}

export function peopleQuery(query: PeopleQuery) {
  return queryOptions({
    queryKey: ['people', query] as const,
    queryFn: ({ signal }) => api<PeopleList>('/api/people', { query, signal }),
    staleTime: 30_000,
    placeholderData: (previous) => previous,
  })
}

/** Who is meant by names as somebody typed them. */
export function matchPeople(draft: NamesDraft): Promise<NameMatches> {
  return api<NameMatches>('/api/people/matches', { method: 'POST', body: draft })
}
