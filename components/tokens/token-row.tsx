import { cx } from '#components/ui/cx.ts'
import type { ApiToken } from '#lib/tokens/schema.ts'
import { RevokeToken } from './revoke-token.tsx'
import { TokenState } from './token-state.tsx'
import { agoText, endOf, endsSoon, endText, isOver, scopesText } from './token-words.ts'
import { When } from './when.tsx'

type TokenRowProps = { token: ApiToken; now: Date; zone: string }

/** One token. Narrow: whose it is and when it ends stand under the name. */
export function TokenRow({ token, now, zone }: TokenRowProps) {
  const { name, start, actsAs, scopes, madeBy, isMine } = token
  const owner = isMine ? 'You' : madeBy.name
  const ends = (
    <When at={endOf(token)} zone={zone}>
      <span className={cx(endsSoon(token, now) && 'text-attention')}>{endText(token, now)}</span>
    </When>
  )
  return (
    <tr className={cx('align-top', isOver(token) && 'text-faint')}>
      <th scope="row" className="py-2.5 pr-3 pl-4 text-left font-normal">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <bdi className="font-medium [overflow-wrap:anywhere]">{name}</bdi>
          <TokenState token={token} />
        </span>
        <span className="block text-12 text-faint">
          {start}… · {actsAs === 'service' ? 'a service' : 'a person'}
        </span>
        <span className="mt-0.5 block max-w-80 text-12 text-soft">{scopesText(scopes)}</span>
        <span className="mt-1 block text-12 text-soft md:hidden">Created by {isMine ? 'you' : madeBy.name}</span>
        <span className="mt-1 block text-12 sm:hidden">{ends}</span>
        <span className="mt-1 block text-12 sm:hidden">
          <LastUsed token={token} now={now} zone={zone} isAlone />
        </span>
      </th>
      <td className="px-3 py-2.5 max-md:hidden">{owner}</td>
      <td className="whitespace-nowrap px-3 py-2.5 max-sm:hidden">{ends}</td>
      <td className="whitespace-nowrap px-3 py-2.5 max-sm:hidden">
        <LastUsed token={token} now={now} zone={zone} />
      </td>
      <td className="py-2 pr-4 pl-3 text-right">
        <RevokeToken token={token} />
      </td>
    </tr>
  )
}

/** `isAlone`: without a column that says what it is. */
function LastUsed({ token, now, zone, isAlone = false }: TokenRowProps & { isAlone?: boolean }) {
  const { lastUsedAt, lastUsedFrom } = token
  if (lastUsedAt === null) return isAlone ? 'Never used' : <span className="text-faint">Never</span>
  return (
    <>
      <When at={lastUsedAt} zone={zone}>
        {isAlone ? 'Last used ' : ''}
        <span className={isAlone ? '' : 'inline-block first-letter:uppercase'}>{agoText(lastUsedAt, now)}</span>
      </When>
      {lastUsedFrom ? <span className="figures block text-12 text-faint">from {lastUsedFrom}</span> : null}
    </>
  )
}
