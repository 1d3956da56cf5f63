import type { PersonActor } from '#lib/auth/actor.ts'
import type { Tx } from '#lib/db/client.ts'
import { changeList, unlisted } from '#lib/record/change-list.ts'
import { longestRunStart } from '#lib/record/limits.ts'

export type NewPress = {
  accountKey: string
  gotoMeetingId: bigint
  /** null for a meeting Foyer does not know. */
  meetingId: string | null
  occurrenceId: string | null
  at: Date
}

/** Records that somebody pressed Join, and that people are waiting if the room is not live. */
export async function pressJoin(tx: Tx, actor: PersonActor, press: NewPress): Promise<void> {
  const { accountKey, gotoMeetingId, at } = press
  const data = { ...press, personId: actor.personId }
  // A meeting Foyer does not know is in no list.
  if (press.meetingId === null) return void (await unlisted(tx).joinPress.create({ data, select: { id: true } }))
  const list = changeList(tx)
  await list.joinPress.create({ data, select: { id: true } })
  // The wait starts with the first click after the room last ended; an older wait belongs to an earlier meeting.
  await list.$executeRaw`
    INSERT INTO room_status (account_key, goto_meeting_id, is_active, waiting_since, source)
    VALUES (${accountKey}, ${gotoMeetingId}, false, ${at}, 'press')
    ON CONFLICT (account_key, goto_meeting_id) DO UPDATE SET waiting_since = ${at}
    WHERE NOT room_status.is_active
      AND (room_status.waiting_since IS NULL OR room_status.waiting_since < ${longestRunStart(at)}
        OR room_status.waiting_since <= room_status.ended_at)`
}
