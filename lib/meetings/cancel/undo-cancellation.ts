import { recordAudit } from '#lib/audit/record-audit.ts'
import { type Actor, isPerson, type PersonActor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { gotoAs } from '#lib/connections/goto-as.ts'
import { db, inTransaction, type Tx } from '#lib/db/client.ts'
import { AppError, toAppError } from '#lib/errors.ts'
import { getMeeting } from '#lib/meetings/page/get-meeting.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import { unmarkCancelling } from '#lib/record/meetings/cancellation.ts'
import { getMeetingRow } from '#lib/record/meetings/get-meeting-row.ts'
import { type ListedRow, publicId, subjectOf } from '#lib/record/meetings/listed-rows.ts'

/**
 * Removes the mark of a cancellation unless it is already on its way to GoTo: the row decides who came first. A meeting
 * that is not being cancelled stays as it is. @throws AppError `not_found`, `forbidden`; `conflict` when it is too late
 */
export async function undoCancellation(actor: Actor, id: string): Promise<Meeting> {
  await refuseWhenGone(actor, id)
  const row = await getMeetingRow(actor, id)
  const organizer = authorize(actor, 'meeting.cancel', subjectOf(row))
  if (row.meeting.cancelsAt !== null) {
    await refuseWhenDeleted(organizer, row)
    await takeBack(organizer, row)
  }
  return getMeeting(actor, id)
}

async function takeBack(actor: PersonActor, row: ListedRow): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await unmarkCancelling(tx, row.meeting.id))) {
      if (await isKept(tx, row.meeting.id)) return
      throw tooLate()
    }
    await recordAudit(actor, 'meeting.cancel-undone', { subject: { kind: 'meeting', id: publicId(row) } }, tx)
  })
}

/** Another click on Undo came first. */
async function isKept(tx: Tx, id: string): Promise<boolean> {
  return (await tx.meeting.count({ where: { id, cancelsAt: null, goneAt: null } })) === 1
}

/** A meeting gone through a cancellation is not "not found" to the person who cancelled it: it is too late. */
async function refuseWhenGone(actor: Actor, id: string): Promise<void> {
  const gone = await db().meeting.findFirst({
    where: {
      OR: [{ id }, { occurrences: { some: { id } } }],
      organizerId: { in: isPerson(actor) ? actor.organizerIds : [] },
      goneAt: { not: null },
      cancelsAt: { not: null },
    },
    select: { id: true },
  })
  if (gone) throw tooLate()
}

/** GoTo did not answer the cancellation in time: it may have deleted the meeting all the same, so ask it. */
async function refuseWhenDeleted(actor: PersonActor, { meeting }: ListedRow): Promise<void> {
  const { cancelMayHaveArrived, gotoMeetingId } = meeting
  if (!cancelMayHaveArrived || gotoMeetingId === null) return
  const path = { meetingId: String(gotoMeetingId) }
  try {
    await gotoAs(actor, { lane: 'interactive' }).call('getMeeting', { path })
  } catch (thrown) {
    throw toAppError(thrown).code === 'not_found' ? tooLate() : thrown
  }
}

function tooLate(): AppError {
  return new AppError('conflict', sentences.tooLateToUndo)
}
