import { recordAudit } from '#lib/audit/record-audit.ts'
import type { PersonActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { inTransaction, type Tx } from '#lib/db/client.ts'
import { bumpListVersion } from '#lib/db/list-version.ts'
import { emit } from '#lib/events/emit.ts'
import { type Change, holdRoom, type OwnOrganizer } from '#lib/meetings/create/draft-parts.ts'
import type { InvitedColumns } from '#lib/meetings/create/invite.ts'
import { spendEdit } from '#lib/record/meetings/claim-edit.ts'
import { findGoneTime } from '#lib/record/meetings/find-gone-time.ts'
import { type ListedRow, publicId as publicIdOf } from '#lib/record/meetings/listed-rows.ts'
import { spreadCoorganizers } from '#lib/record/meetings/spread-coorganizers.ts'
import { type AppliedChange, changeHash } from './find-same-change.ts'
import type { Kept } from './replace-at-goto.ts'

/**
 * Writes down what GoTo has been told. Answers the public id, which changes when a room gets a date or loses it.
 * @throws AppError `conflict` when the lease was lost meanwhile
 */
export function writeChange(
  actor: PersonActor,
  organizer: OwnOrganizer,
  row: ListedRow,
  { change, times, parts, invited, token }: Change & { invited: InvitedColumns[]; token: string },
  { passwordRequired, coorganizerKeys, audio, isRead }: Kept,
): Promise<string> {
  const { id } = row.meeting
  return inTransaction(async (tx) => {
    const at = now()
    const keys = parts.room ? await holdRoom(tx, parts.room) : coorganizerKeys
    // Once and whole: whoever waits for this row must not stand between two writings of it.
    await tx.$queryRaw`SELECT 1 FROM meeting WHERE id = ${id}::uuid FOR UPDATE`
    await spendEdit(tx, { id, version: change.version, token })
    await tx.meeting.update({
      where: { id },
      data: {
        subject: change.subject,
        kind: change.kind,
        agenda: change.agenda,
        audioOption: change.audio,
        ...(audio === null ? {} : { audio }),
        listedAudio: null,
        passwordRequired,
        coorganizerKeys: keys.map(BigInt),
        ...(change.visibility ? { visibility: change.visibility, isVisibilityChosen: true } : {}),
        detailsReadAt: isRead ? at : null,
        changedAt: at,
        writtenAt: at,
      },
      select: { id: true },
    })
    if (row.meeting.gotoMeetingId !== null) await spreadCoorganizers(tx, id)
    const occurrenceId = await writeTimes(tx, organizer, row, { change, times, parts })
    await tx.invited.deleteMany({ where: { meetingId: id } })
    await tx.invited.createMany({ data: invited.map((columns) => ({ meetingId: id, ...columns })) })
    await emit(tx, { kind: 'meeting.changed', key: id, payload: { meetingId: id } })
    const publicId = occurrenceId ?? id
    const details: AppliedChange = { hash: changeHash(publicIdOf(row), change), publicId }
    await recordAudit(actor, 'meeting.changed', { subject: { kind: 'meeting', id }, details }, tx)
    await bumpListVersion(tx, 'meetings')
    return publicId
  })
}

async function writeTimes(
  tx: Tx,
  organizer: OwnOrganizer,
  { meeting, planned }: ListedRow,
  { change, times, parts }: Change,
): Promise<string | null> {
  if (times.listed === null) {
    const gone = { goneAt: now(), goneBecause: 'The meeting became a room without a date.' }
    await tx.occurrence.updateMany({ where: { meetingId: meeting.id, goneAt: null }, data: gone })
    return null
  }
  const placeId = parts.room?.gotoMeetingId ?? meeting.gotoMeetingId ?? planned?.gotoMeetingId
  if (placeId === undefined) return null
  const columns = { ...times.listed, gotoMeetingId: placeId, zone: change.zone ?? planned?.zone ?? organizer.zone }
  const known = planned ?? (await findGoneTime(tx, meeting.id, placeId))
  if (known) {
    const data = { ...columns, goneAt: null, goneBecause: null }
    await tx.occurrence.update({ where: { id: known.id }, data, select: { id: true } })
    return known.id
  }
  const { id } = await tx.occurrence.create({ data: { meetingId: meeting.id, ...columns }, select: { id: true } })
  return id
}
