'use client'

import { useQuery } from '@tanstack/react-query'
import { changeAddress, useAddress } from '#components/shell/address.ts'
import { Loaded } from '#components/shell/loaded.tsx'
import { useZone } from '#components/shell/use-me.ts'
import { useNow } from '#components/shell/use-now.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { SortColumn } from '#components/ui/sort-head.tsx'
import { SortedTable } from '#components/ui/sorted-table.tsx'
import { TableHead } from '#components/ui/table-head.tsx'
import { tokensQuery } from '#lib/tokens/queries.ts'
import type { ApiToken } from '#lib/tokens/schema.ts'
import { TokenRow } from './token-row.tsx'
import { sortTokens, type TokenSortKey, tokenSorting } from './token-sort.ts'

/** Everybody's tokens. */
export function TokenTable() {
  const query = useQuery(tokensQuery('all'))
  const now = useNow(30)
  return (
    <Loaded query={query}>
      {({ items, hasMore }) =>
        items.length === 0 ? (
          <EmptyState title="No API tokens yet">
            A token lets a program read meetings, history and people from Foyer, with the rights of whoever created it.
          </EmptyState>
        ) : now ? (
          <Table tokens={items} hasMore={hasMore} now={now} />
        ) : null
      }
    </Loaded>
  )
}

const columns: SortColumn<TokenSortKey>[] = [
  { by: 'name', text: 'Name' },
  { by: 'owner', text: 'Created by', className: 'max-md:hidden' },
  { by: 'ends', text: 'Ends', className: 'max-sm:hidden' },
  { by: 'used', text: 'Last used', className: 'max-sm:hidden' },
]

type TableProps = { tokens: ApiToken[]; hasMore: boolean; now: Date }

function Table({ tokens, hasMore, now }: TableProps) {
  const zone = useZone()
  const sort = tokenSorting.read(useAddress().get('sort'))
  return (
    <SortedTable
      caption={`${countOf(tokens.length, hasMore)}. Those that ended stay listed for 30 days.`}
      columns={columns}
      sort={sort}
      onPress={(by) => changeAddress({ sort: tokenSorting.write(tokenSorting.next(sort, by)) }, 'replace')}
      heads={
        <TableHead>
          <span className="sr-only">Revoke</span>
        </TableHead>
      }
    >
      <tbody className="divide-y divide-line">
        {sortTokens(tokens, sort).map((token) => (
          <TokenRow key={token.id} token={token} now={now} zone={zone} />
        ))}
      </tbody>
    </SortedTable>
  )
}

function countOf(count: number, hasMore: boolean): string {
  if (hasMore) return `The ${count} newest tokens, those that work first`
  return `${count} ${count === 1 ? 'token' : 'tokens'}`
}
