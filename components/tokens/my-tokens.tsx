'use client'

import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#components/shell/loaded.tsx'
import { useZone } from '#components/shell/use-me.ts'
import { useNow } from '#components/shell/use-now.ts'
import { cx } from '#components/ui/cx.ts'
import { formatDateTime } from '#lib/time/format.ts'
import { tokensQuery } from '#lib/tokens/queries.ts'
import type { ApiToken } from '#lib/tokens/schema.ts'
import { RevokeToken } from './revoke-token.tsx'
import { TokenState } from './token-state.tsx'
import { agoText, endOf, endsSoon, endText, scopesText } from './token-words.ts'

/** The tokens I made, as a list: few, and with room for what each may do. */
export function MyTokens() {
  const query = useQuery(tokensQuery('mine'))
  const now = useNow(30)
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="text-14 text-soft">No API tokens yet.</p>
        ) : now ? (
          <ul aria-label="My API tokens" className="-my-3 divide-y divide-line">
            {items.map((token) => (
              <MyToken key={token.id} token={token} now={now} />
            ))}
          </ul>
        ) : null
      }
    </Loaded>
  )
}

function MyToken({ token, now }: { token: ApiToken; now: Date }) {
  const zone = useZone()
  const { name, start, actsAs, scopes, lastUsedAt } = token
  return (
    <li className="flex items-center justify-between gap-x-4 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium text-body">
          <bdi className="[overflow-wrap:anywhere]">{name}</bdi>
          <span className="font-normal text-12 text-faint">{start}…</span>
          <TokenState token={token} />
        </p>
        <p className="mt-0.5 text-14 text-soft">
          {actsAs === 'service' ? 'For a service · ' : ''}
          {scopesText(scopes)}
        </p>
        <p className="figures mt-0.5 text-14 text-faint">
          <time
            dateTime={endOf(token)}
            title={formatDateTime(endOf(token), zone)}
            className={cx(endsSoon(token, now) && 'text-attention')}
          >
            {endText(token, now)}
          </time>
          {' · '}
          {lastUsedAt ? (
            <time dateTime={lastUsedAt} title={formatDateTime(lastUsedAt, zone)}>
              last used {agoText(lastUsedAt, now)}
            </time>
          ) : (
            'never used'
          )}
        </p>
      </div>
      <RevokeToken token={token} />
    </li>
  )
}
