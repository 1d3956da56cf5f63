import type { Tx } from '#lib/db/client.ts'
import { changeList } from '#lib/record/change-list.ts'

/** Moves one person's records to another who is the same. Where both were invited, `into` stays invited. */
export async function giveRecordsTo(tx: Tx, from: string, into: string): Promise<void> {
  // Lists name the organizer's person, too.
  const list = changeList(tx)
  await list.$executeRaw`
    UPDATE invited mine SET named = true, required = mine.required OR theirs.required FROM invited theirs
    WHERE theirs.person_id = ${from}::uuid AND mine.person_id = ${into}::uuid AND mine.meeting_id = theirs.meeting_id
      AND theirs.named`
  await list.$executeRaw`
    DELETE FROM invited theirs USING invited mine
    WHERE theirs.person_id = ${from}::uuid AND mine.person_id = ${into}::uuid AND mine.meeting_id = theirs.meeting_id`
  const data = { personId: into }
  await list.invited.updateMany({ where: { personId: from }, data })
  await list.$executeRaw`
    UPDATE invited_group SET person_ids = array_replace(person_ids, ${from}::uuid, ${into}::uuid),
      "except" = array_replace("except", ${from}::uuid, ${into}::uuid)
    WHERE ${from}::uuid = ANY(person_ids)`
  await list.joinPress.updateMany({ where: { personId: from }, data })
  // Two rows of a report may have become one.
  await list.session.updateMany({ where: { attendances: { some: { personId: from } } }, data: { peopleRule: 0 } })
  await list.attendance.updateMany({ where: { personId: from }, data })
}
