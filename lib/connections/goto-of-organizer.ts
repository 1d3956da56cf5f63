import { db } from '#lib/db/client.ts'
import type { GotoClient } from '#lib/goto/client.ts'
import { pinnedAccount } from '#lib/settings/pinned-account.ts'
import { type GotoUse, gotoWith } from './goto-with.ts'
import { notConnected } from './grant-rows.ts'

/** GoTo with an organizer's own grant, for a job that reads their meetings. @throws AppError `not_connected` */
export async function gotoOfOrganizer(organizerKey: string, options: GotoUse): Promise<GotoClient> {
  const accountKey = await pinnedAccount()
  if (accountKey === null) throw notConnected()
  const connection = await db().connection.findUnique({
    where: { accountKey_organizerKey: { accountKey, organizerKey } },
    select: { id: true },
  })
  if (!connection) throw notConnected()
  return gotoWith(connection.id, options)
}
