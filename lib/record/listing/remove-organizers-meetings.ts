import type { Tx } from '#lib/db/client.ts'
import { changeList } from '#lib/record/change-list.ts'
import { markGone } from '#lib/record/meetings/mark-gone.ts'

/** An organizer's planned meetings go with them: GoTo keeps no meeting without its organizer. Past ones stay. */
export async function removeOrganizersMeetings(tx: Tx, organizerIds: string[], at: Date): Promise<void> {
  if (organizerIds.length === 0) return
  const ahead = await tx.meeting.findMany({
    where: {
      organizerId: { in: organizerIds },
      goneAt: null,
      OR: [{ kind: 'room' }, { occurrences: { some: { goneAt: null, endsAt: { gt: at } } } }],
    },
    select: { id: true },
  })
  await markGone(
    tx,
    ahead.map(({ id }) => id),
    { because: 'GoTo no longer lists its organizer.', isDeleted: false },
  )
}

/** These organizers are no longer read, so nobody would notice one of their rooms ending. */
export async function endOrganizersRooms(tx: Tx, organizerIds: string[], at: Date): Promise<void> {
  if (organizerIds.length === 0) return
  await changeList(tx).$executeRaw`
    UPDATE room_status r SET is_active = false, ended_at = ${at}, waiting_since = NULL, ending_since = NULL, read_at = ${at}
    FROM meeting m WHERE m.account_key = r.account_key AND m.goto_meeting_id = r.goto_meeting_id
      AND r.is_active AND m.organizer_id = ANY(${organizerIds}::uuid[])`
}
