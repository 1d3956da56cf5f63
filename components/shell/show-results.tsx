import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'

type ShowResultsProps<P> = {
  query: UseInfiniteQueryResult<InfiniteData<P>>
  count: (pages: P[]) => number
  noun: string
}

/** What a sheet of filters leads back to: `Show 12 meetings`, and of a list that goes on `Show 50+ meetings`. */
export function ShowResults<P>({ query, count, noun }: ShowResultsProps<P>) {
  if (!query.data || query.isPlaceholderData) return 'Show results'
  const found = count(query.data.pages)
  return `Show ${found}${query.hasNextPage ? '+' : ''} ${noun}${found === 1 && !query.hasNextPage ? '' : 's'}`
}
