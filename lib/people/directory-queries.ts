import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import type { AccountList, NameMatches, NamesDraft, PeopleList, PeopleQuery } from './schema.ts'

export function peopleQuery(query: PeopleQuery) {
  return queryOptions({
    queryKey: ['people', query] as const,
    queryFn: ({ signal }) => api<PeopleList>('/api/people', { query, signal }),
    staleTime: 30_000,
    placeholderData: (previous) => previous,
  })
}

export const accountsKey = ['accounts'] as const

/** Who can sign in: found by `q`; without it, those who are disabled. */
export function accountsQuery(q: string) {
  return queryOptions({
    queryKey: [...accountsKey, q] as const,
    queryFn: ({ signal }) => api<AccountList>('/api/people', { query: { all: '1', q }, signal }),
    placeholderData: (previous) => previous,
  })
}

/** Who is meant by names as somebody typed them. */
export function matchPeople(draft: NamesDraft): Promise<NameMatches> {
  return api<NameMatches>('/api/people/matches', { method: 'POST', body: draft })
}
