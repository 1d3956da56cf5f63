import type { Tx } from '#lib/db/client.ts'
import { changeList } from '#lib/record/change-list.ts'
import type { InvitedRows } from './typed-meeting.ts'

/** Makes these, and nobody else, the people a meeting invites. */
export async function writeInvited(tx: Tx, meetingId: string, { people, groups }: InvitedRows): Promise<void> {
  const list = changeList(tx)
  await list.invited.deleteMany({ where: { meetingId } })
  await list.invited.createMany({ data: people.map((row) => ({ meetingId, ...row })) })
  await list.invitedGroup.deleteMany({ where: { meetingId } })
  await list.invitedGroup.createMany({ data: groups.map((row) => ({ meetingId, ...row })) })
}
