import { db } from '#lib/db/client.ts'
import { readUnread } from '#lib/history/reading/unread-past.ts'
import { mayBeUnread } from '#lib/record/listing/unread-rows.ts'

/** Whether one of GoTo's unreadable rows of an organizer's past may be a session of this meeting. */
export async function isMeetingUnread(
  organizerId: string,
  gotoMeetingId: string,
  { from, to }: { from: Date; to: Date },
): Promise<boolean> {
  const reading = await db().historyReading.findUnique({ where: { organizerId } })
  const ids = readUnread(reading?.unread)
    .filter((row) => row.from <= to.toISOString() && row.to >= from.toISOString())
    .map(({ id }) => id)
  return mayBeUnread(gotoMeetingId, ids)
}
