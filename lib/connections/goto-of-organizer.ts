import { db } from '#lib/db/client.ts'
import type { GotoClient } from '#lib/goto/client.ts'
import { pinnedAccount } from '#lib/settings/pinned-account.ts'
import { type GotoUse, gotoWith } from './goto-with.ts'
import { notConnected } from './grant-rows.ts'

type Use = GotoUse & {
  /** To finish what they began here: also after they were disabled, whose grant reads nothing any more. */
  isFinishing?: boolean
}

/** GoTo with an organizer's own grant, for a job of theirs. @throws AppError `not_connected` */
export async function gotoOfOrganizer(
  organizerKey: string,
  { isFinishing = false, ...options }: Use,
): Promise<GotoClient> {
  const accountKey = await pinnedAccount()
  if (accountKey === null) throw notConnected()
  const connection = await db().connection.findUnique({
    where: {
      accountKey_organizerKey: { accountKey, organizerKey },
      ...(isFinishing ? {} : { person: { disabledAt: null } }),
    },
    select: { id: true },
  })
  if (!connection) throw notConnected()
  return gotoWith(connection.id, options)
}
