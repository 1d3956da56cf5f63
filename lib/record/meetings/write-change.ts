import { recordAudit } from '#lib/audit/record-audit.ts'
import type { PersonActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { inTransaction, type Tx } from '#lib/db/client.ts'
import { changeList } from '#lib/record/change-list.ts'
import { spendEdit } from './claim-edit.ts'
import { holdRoom, type Room } from './hold-room.ts'
import type { ListedRow } from './listed-rows.ts'
import { spreadCoorganizers } from './spread-coorganizers.ts'
import type { InvitedRows, TypedMeeting } from './typed-meeting.ts'
import { writeInvited } from './write-invited.ts'
import { giveTime, loseTimes } from './write-time.ts'

export type WrittenChange = {
  change: TypedMeeting & { version: number }
  /** null: it has no date. */
  times: { startsAt: Date; endsAt: Date } | null
  room: Room | null
  /** For times that did not exist before. */
  zone: string
  invited: InvitedRows
  /** The token of the lease under which GoTo was updated. */
  token: string
  /** By which the audit log recognizes the same change. */
  hash: string
}

/** What GoTo has now that a form may not have known. */
export type KeptAtGoto = {
  passwordRequired: boolean
  coorganizerKeys: string[]
  /** The text for people; null: it did not change. */
  audio: string | null
  /** Whether all of it is known: if the numbers could not be read, the next view asks again. */
  isRead: boolean
}

/** What the audit log keeps of a change, so that a repeat of it can be recognized. */
export type AppliedChange = { hash: string; publicId: string }

/**
 * Stores what GoTo now has. Returns the public id, which changes when a room gets a date or loses it.
 * @throws AppError `conflict` when the lease has been lost
 */
export function writeChange(
  actor: PersonActor,
  row: ListedRow,
  written: WrittenChange,
  kept: KeptAtGoto,
): Promise<string> {
  const { id } = row.meeting
  const { change, room, invited, token, hash } = written
  return inTransaction(async (tx) => {
    const at = now()
    const keys = room ? await holdRoom(tx, room) : kept.coorganizerKeys
    // All at once: nothing waiting for this row may come between two writes to it.
    await tx.$queryRaw`SELECT 1 FROM meeting WHERE id = ${id}::uuid FOR UPDATE`
    await spendEdit(tx, { id, version: change.version, token })
    const list = changeList(tx, { id, is: 'changed' })
    await list.meeting.update({
      where: { id },
      data: {
        subject: change.subject,
        kind: change.kind,
        agenda: change.agenda,
        audioOption: change.audio,
        ...(kept.audio === null ? {} : { audio: kept.audio }),
        listedAudio: null,
        passwordRequired: kept.passwordRequired,
        coorganizerKeys: keys.map(BigInt),
        ...(change.visibility ? { visibility: change.visibility, isVisibilityChosen: true } : {}),
        detailsReadAt: kept.isRead ? at : null,
        changedAt: at,
        writtenAt: at,
      },
      select: { id: true },
    })
    if (row.meeting.gotoMeetingId !== null) await spreadCoorganizers(tx, id)
    const publicId = (await writeTimes(tx, row, written)) ?? id
    await writeInvited(tx, id, invited)
    const details: AppliedChange = { hash, publicId }
    await recordAudit(actor, 'meeting.changed', { subject: { kind: 'meeting', id }, details }, tx)
    return publicId
  })
}

async function writeTimes(
  tx: Tx,
  { meeting, planned }: ListedRow,
  { change, times, room, zone }: WrittenChange,
): Promise<string | null> {
  if (times === null) {
    await loseTimes(tx, meeting.id, now())
    return null
  }
  const gotoMeetingId = room?.gotoMeetingId ?? meeting.gotoMeetingId ?? planned?.gotoMeetingId
  if (gotoMeetingId === undefined) return null
  const time = { ...times, gotoMeetingId, zone: change.zone ?? planned?.zone ?? zone }
  return giveTime(tx, meeting.id, time, { id: planned?.id })
}
