import { toAppError } from '#lib/errors.ts'
import type { GotoClient, GotoClientCall } from './client.ts'
import { type GotoArguments, gotoCalls, type RowOf } from './contract/calls.ts'
import type { Rows } from './contract/rows.ts'

/** Period lists whose documented 404 has two meanings. */
export type PeriodCall = {
  [N in GotoClientCall]: (typeof gotoCalls)[N] extends { confirmedBy: string } ? N : never
}[GotoClientCall]

/**
 * The list for a period. GoTo may answer 404 for an empty period (goto-api.md 17.15) and for an unknown person: the
 * call named in the contract tells which. @throws the client's AppError; `not_found` only for an unknown person
 */
export async function listPeriod<N extends PeriodCall>(
  goto: GotoClient,
  name: N,
  given: GotoArguments<N>,
): Promise<Rows<RowOf<N>>> {
  const call = goto.call as (name: N, given: GotoArguments<N>) => Promise<Rows<RowOf<N>>>
  try {
    return await call(name, given)
  } catch (thrown) {
    if (toAppError(thrown).code !== 'not_found') throw thrown
    await confirm(goto, name, given)
    return { rows: [], setAside: [] }
  }
}

/** Returns if the person exists. */
async function confirm(goto: GotoClient, name: PeriodCall, given: { path?: unknown }): Promise<void> {
  switch (gotoCalls[name].confirmedBy) {
    case 'listUpcomingMeetings':
      await goto.call('listUpcomingMeetings')
      return
    case 'getOrganizer':
      await goto.call('getOrganizer', { path: given.path as GotoArguments<'getOrganizer'>['path'] })
  }
}
