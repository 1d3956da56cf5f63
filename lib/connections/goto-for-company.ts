import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { AppError, toAppError } from '#lib/errors.ts'
import type { Lane } from '#lib/goto/budget-rule.ts'
import type { GotoClient } from '#lib/goto/client.ts'
import { pinnedAccount } from '#lib/settings/pinned-account.ts'
import { gotoWith } from './goto-with.ts'
import { listLenders } from './list-lenders.ts'
import { gotoWithPersonalToken } from './personal-token.ts'
import { sentences } from './sentences.ts'

/**
 * GoTo as the company may read it: with grants that administrators lend, then with `GOTO_PAT` if it belongs to the
 * pinned account. A grant that ended or lost its role is skipped for the next. Each call throws `not_connected` when
 * none is left, so that the caller can fall back on an organizer's own grant.
 */
export function gotoForCompany({ lane }: { lane: Lane }): GotoClient {
  return {
    async call(name, ...given) {
      let refusal = new AppError('not_connected', sentences.nobodyLends)
      for (const way of await companyWays(lane)) {
        try {
          return await way.client.call(name, ...given)
        } catch (error) {
          const thrown = toAppError(error)
          if (thrown.code !== 'not_connected' && thrown.code !== 'forbidden') throw thrown
          if (thrown.code === 'not_connected' && way.connectionId) await noteFailure(way.connectionId)
          refusal = thrown.code === 'forbidden' ? roleGone(thrown) : thrown
        }
      }
      throw refusal
    },
  }
}

/** Whether anybody lends a grant believed to be good, or `GOTO_PAT` is set. */
export async function canReadCompany(): Promise<boolean> {
  return (await companyWays('background')).length > 0
}

/** Here, a grant without the role is as good as none. */
function roleGone(cause: AppError): AppError {
  return new AppError('not_connected', sentences.lentCannotRead, {
    cause,
  })
}

async function companyWays(lane: Lane): Promise<{ client: GotoClient; connectionId: string | null }[]> {
  const lenders = (await listLenders()).filter(({ status }) => status === 'active')
  const ways = lenders.map(({ connectionId }) => ({ connectionId, client: gotoWith(connectionId, { lane }) }))
  const accountKey = await pinnedAccount()
  const { gotoPat: pat } = env()
  if (pat === null || accountKey === null) return ways
  return [...ways, { connectionId: null, client: gotoWithPersonalToken({ pat, accountKey, lane }) }]
}

async function noteFailure(connectionId: string): Promise<void> {
  await db().connection.updateMany({ where: { id: connectionId }, data: { lastFailureAt: now() } })
}
