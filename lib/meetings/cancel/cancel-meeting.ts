import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor, PersonActor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { inTransaction, type Tx } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import { emit } from '#lib/events/emit.ts'
import { refuseWhenUsed } from '#lib/meetings/change/refuse-when-used.ts'
import { getMeeting } from '#lib/meetings/page/get-meeting.ts'
import { undoSeconds } from '#lib/meetings/rules.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import { whyNotCancel } from '#lib/record/meetings/being-cancelled.ts'
import { markCancelling } from '#lib/record/meetings/cancellation.ts'
import { getJoinRules } from '#lib/record/meetings/get-join-rules.ts'
import { getMeetingRow } from '#lib/record/meetings/get-meeting-row.ts'
import { joinFacts } from '#lib/record/meetings/join-facts.ts'
import { getSurroundings, type ListedRow, publicId, subjectOf } from '#lib/record/meetings/listed-rows.ts'

/**
 * Marks a meeting as being cancelled, everywhere at once; a job tells GoTo unless somebody undoes it in time. Repeating
 * it changes nothing: the moment stays.
 * @throws AppError `not_found`, `forbidden`; `conflict` when it is running, over or being changed, or is a room that
 * other meetings take place in
 */
export async function cancelMeeting(actor: Actor, id: string): Promise<Meeting> {
  const row = await getMeetingRow(actor, id)
  const organizer = authorize(actor, 'meeting.cancel', subjectOf(row))
  await inTransaction((tx) => mark(tx, organizer, row))
  return getMeeting(actor, id)
}

async function mark(tx: Tx, actor: PersonActor, row: ListedRow): Promise<void> {
  const at = now()
  const { id } = row.meeting
  if (row.meeting.cancelsAt !== null) return
  const { state } = joinFacts(row, await getSurroundings([row], at, tx), await getJoinRules(), at)
  const sentence = whyNotCancel(row, state)
  if (sentence) throw new AppError('conflict', sentence)
  const cancelsAt = new Date(at.getTime() + undoSeconds * 1000)
  if (!(await markCancelling(tx, id, { cancelsAt, cancelledBy: actor.personId }))) return refuseWhenEdited(tx, id)
  await refuseWhenUsed(tx, row)
  await emit(tx, { kind: 'meeting.cancel-asked', key: id, payload: { meetingId: id } })
  await recordAudit(actor, 'meeting.cancel-asked', { subject: { kind: 'meeting', id: publicId(row) } }, tx)
}

/**
 * A meeting being changed would be deleted at GoTo before the change is recorded here. Else another click came first.
 */
async function refuseWhenEdited(tx: Tx, id: string): Promise<void> {
  if ((await tx.meeting.count({ where: { id, cancelsAt: null, goneAt: null } })) === 0) return
  throw new AppError('conflict', sentences.notCancelled, { retryAfterSeconds: 5 })
}
