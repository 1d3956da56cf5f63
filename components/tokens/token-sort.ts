import { compare, type Sort, sortingOf } from '#components/ui/sorting.ts'
import type { ApiToken } from '#lib/tokens/schema.ts'
import { endOf, isOver } from './token-words.ts'

const keys = ['name', 'owner', 'ends', 'used'] as const
export type TokenSortKey = (typeof keys)[number]

const standard = { by: 'name', isDescending: false } as const satisfies Sort<TokenSortKey>

export const tokenSorting = sortingOf<TokenSortKey>(keys, standard, ['used'])

/** What works stands above what is over, whatever they are sorted by. */
export function sortTokens(tokens: readonly ApiToken[], { by, isDescending }: Sort<TokenSortKey>): ApiToken[] {
  const direction = isDescending ? -1 : 1
  return [...tokens].sort(
    (a, b) => Number(isOver(a)) - Number(isOver(b)) || direction * compare(values[by](a), values[by](b)),
  )
}

const values: Record<TokenSortKey, (token: ApiToken) => string | null> = {
  name: ({ name }) => name,
  owner: ({ madeBy }) => madeBy.name,
  ends: endOf,
  used: ({ lastUsedAt }) => lastUsedAt,
}
