import type { Actor, PersonActor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { log } from '#lib/log.ts'
import { type Change, getOwnOrganizer, type OwnOrganizer, readDraftParts } from '#lib/meetings/create/draft-parts.ts'
import { ensureInvited } from '#lib/meetings/create/invite.ts'
import { limitSaving } from '#lib/meetings/create/limit-saving.ts'
import { planTimes, type Span } from '#lib/meetings/create/plan-times.ts'
import { readInvitations } from '#lib/meetings/create/read-invitations.ts'
import { getChangedMeeting } from '#lib/meetings/page/get-meeting-detail.ts'
import type { MeetingChange, MeetingDetail } from '#lib/meetings/schema.ts'
import { refuseWhenCancelling } from '#lib/record/meetings/being-cancelled.ts'
import { claimEdit, releaseEdit } from '#lib/record/meetings/claim-edit.ts'
import { getMeetingRow } from '#lib/record/meetings/get-meeting-row.ts'
import { type ListedRow, publicId, subjectOf } from '#lib/record/meetings/listed-rows.ts'
import { type KeptAtGoto, writeChange } from '#lib/record/meetings/write-change.ts'
import { changeHash, findSameChange } from './find-same-change.ts'
import { refuseChange } from './refuse-change.ts'
import { refuseWhenUsed } from './refuse-when-used.ts'
import { replaceAtGoto } from './replace-at-goto.ts'

/**
 * Replaces a meeting, at GoTo with the organizer's own grant and here. It is claimed first, so of two people editing at
 * once one learns that the other was first.
 * @throws AppError `conflict` when it has since changed, here or at GoTo, or was deleted there; `invalid` with fields;
 * `not_found`; `rate_limited` while two others are being saved
 */
export async function changeMeeting(given: Actor, id: string, change: MeetingChange): Promise<MeetingDetail> {
  const actor = authorize(given, 'meeting.write')
  // Before any other check: its time may have passed, and a change of kind gives a meeting another address.
  const applied = await findSameChange(actor, id, change)
  if (applied) return getChangedMeeting(given, applied)
  const row = await getMeetingRow(given, id)
  authorize(given, 'meeting.edit', subjectOf(row))
  refuseWhenCancelling(row.meeting.cancelsAt !== null)
  refuseChange(row, change)
  const organizer = await getOwnOrganizer(actor)
  const times = planTimes(change, now(), spanOf(row))
  const parts = await readDraftParts(organizer, change)
  const groups = await readInvitations(actor, organizer, change, row.meeting.id)
  const savedId = await limitSaving(actor, () => save(actor, organizer, row, { change, times, parts, groups }))
  return getChangedMeeting(given, savedId)
}

function save(actor: PersonActor, organizer: OwnOrganizer, row: ListedRow, given: Change): Promise<string> {
  const { change } = given
  return underLease(row, change.version, async (token) => {
    // Before anything is sent to GoTo: a change that cannot be prepared changes nothing.
    if (row.meeting.kind === 'room' && change.kind !== 'room') await refuseWhenUsed(db(), row)
    const invited = await ensureInvited(organizer, change, given.groups)
    const kept = await replace(actor, row, given)
    const { times, parts } = given
    const written = { change, times: times.listed, room: parts.room, zone: organizer.zone, invited, token }
    return writeChange(actor, row, { ...written, hash: changeHash(publicId(row), change) }, kept)
  })
}

function spanOf({ planned }: ListedRow): Span | null {
  return planned && { startsAt: planned.startsAt, endsAt: planned.endsAt }
}

/** Whichever side fails, GoTo's or ours, the same form can be sent again. */
async function underLease(row: ListedRow, version: number, act: (token: string) => Promise<string>): Promise<string> {
  const token = await claimEdit(row.meeting.id, version)
  try {
    return await act(token)
  } catch (thrown) {
    await releaseEdit(row.meeting.id, token).catch((err: unknown) => {
      // It ends by itself, and what went wrong first is what counts.
      log.warn({ err, meetingId: row.meeting.id }, 'a lease for a change could not be released')
    })
    throw thrown
  }
}

/** A meeting in a room has nothing of its own at GoTo. */
async function replace(actor: PersonActor, row: ListedRow, change: Change): Promise<KeptAtGoto> {
  if (row.meeting.gotoMeetingId === null)
    return { passwordRequired: false, coorganizerKeys: change.parts.coorganizerKeys, audio: null, isRead: true }
  return replaceAtGoto(actor, row, change)
}
