import type { Tx } from '#lib/db/client.ts'
import { isBeingEdited } from '#lib/record/meetings/claim-edit.ts'
import { runsFrom } from '#lib/record/meetings/meeting-state.ts'
import { MeetingKind } from '#lib/record/schema.ts'
import { Visibility } from '#lib/settings/schema.ts'
import type { KnownMeeting } from './reconcile-meetings.ts'

export type ReadOrganizer = { id: string; accountKey: string }

/**
 * What is known about the listed ids, under any organizer, and which of this organizer's meetings should still be
 * listed.
 */
export async function listKnownMeetings(
  tx: Tx,
  organizer: ReadOrganizer,
  listedIds: readonly string[],
  now: Date,
): Promise<KnownMeeting[]> {
  const { accountKey } = organizer
  const rows = await tx.meeting.findMany({
    where: {
      accountKey,
      OR: [
        { gotoMeetingId: { in: listedIds.map(BigInt) } },
        { organizerId: organizer.id, goneAt: null, kind: 'room' },
        { organizerId: organizer.id, goneAt: null, occurrences: { some: { goneAt: null, endsAt: { gt: now } } } },
      ],
    },
    include: { occurrences: { where: { goneAt: null }, orderBy: { startsAt: 'asc' } } },
  })
  const ids = rows.flatMap((row) => row.gotoMeetingId ?? [])
  const rooms = await tx.roomStatus.findMany({ where: { accountKey, gotoMeetingId: { in: ids } } })
  const activeSince = new Map(rooms.map((room) => [room.gotoMeetingId, room.activeSince]))
  return rows.flatMap((row) => {
    if (row.gotoMeetingId === null) return []
    const planned = row.occurrences.find((occurrence) => occurrence.gotoMeetingId === row.gotoMeetingId)
    const since = activeSince.get(row.gotoMeetingId)
    return {
      id: row.id,
      organizerId: row.organizerId,
      gotoMeetingId: String(row.gotoMeetingId),
      subject: row.subject,
      kind: MeetingKind.parse(row.kind),
      startsAt: planned?.startsAt.toISOString() ?? null,
      endsAt: planned?.endsAt.toISOString() ?? null,
      audio: row.listedAudio,
      hasAudio: row.audio !== '',
      visibility: Visibility.parse(row.visibility),
      missedReads: row.missedReads,
      isGone: row.goneAt !== null,
      hasRun: Boolean(planned && since && since.getTime() >= runsFrom(planned.startsAt)),
      isNewer: (row.writtenAt !== null && row.writtenAt >= now) || isBeingEdited(row.editingAt),
      keepsVisibility: row.isVisibilityChosen,
      isOurs: row.origin === 'foyer',
    }
  })
}
