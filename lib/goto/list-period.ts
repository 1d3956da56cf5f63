import { toAppError } from '#lib/errors.ts'
import type { GotoClient, GotoClientCall } from './client.ts'
import { type GotoArguments, gotoCalls, type RowOf } from './contract/calls.ts'
import type { Rows } from './contract/rows.ts'

/** The lists of a period whose documented 404 has two meanings. */
export type PeriodCall = {
  [N in GotoClientCall]: (typeof gotoCalls)[N] extends { confirmedBy: string } ? N : never
}[GotoClientCall]

/** `wasNotFound`: GoTo said 404 of a period in which somebody is there. It has nothing to tell, so nothing is gone. */
export type Period<N extends PeriodCall> = Rows<RowOf<N>> & { wasNotFound: boolean }

/**
 * A list of a period. GoTo may answer 404 where there is nothing (goto-api.md 17.15), and where there is nobody: the
 * call that the contract names tells which. @throws AppError of the client; `not_found` only when there is nobody
 */
export async function listPeriod<N extends PeriodCall>(
  goto: GotoClient,
  name: N,
  given: GotoArguments<N>,
): Promise<Period<N>> {
  const call = goto.call as (name: N, given: GotoArguments<N>) => Promise<Rows<RowOf<N>>>
  try {
    return { ...(await call(name, given)), wasNotFound: false }
  } catch (thrown) {
    if (toAppError(thrown).code !== 'not_found') throw thrown
    await confirm(goto, name, given)
    return { rows: [], setAside: [], wasNotFound: true }
  }
}

/** Answers when there is somebody whose past it is. */
async function confirm(goto: GotoClient, name: PeriodCall, given: { path?: unknown }): Promise<void> {
  switch (gotoCalls[name].confirmedBy) {
    case 'listUpcomingMeetings':
      await goto.call('listUpcomingMeetings')
      return
    case 'getOrganizer':
      await goto.call('getOrganizer', { path: given.path as GotoArguments<'getOrganizer'>['path'] })
  }
}
