import type { Tx } from '#lib/db/client.ts'
import { noteInvitations } from '#lib/people/note-invitations.ts'
import { changeList } from '#lib/record/change-list.ts'
import type { InvitedRows } from './typed-meeting.ts'

/** Makes these, and nobody else, the people a meeting invites. */
export async function writeInvited(tx: Tx, meetingId: string, { people, groups }: InvitedRows): Promise<void> {
  const list = changeList(tx)
  const before = await tx.invited.findMany({ where: { meetingId }, select: { personId: true } })
  await list.invited.deleteMany({ where: { meetingId } })
  await list.invited.createMany({ data: people.map((row) => ({ meetingId, ...row })) })
  await noteInvitations(tx, { before: before.map(idOf), after: people.map(idOf) })
  await list.invitedGroup.deleteMany({ where: { meetingId } })
  await list.invitedGroup.createMany({ data: groups.map((row) => ({ meetingId, ...row })) })
}

function idOf({ personId }: { personId: string }): string {
  return personId
}
