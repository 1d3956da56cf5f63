import { v4 as uuid } from 'uuid'
import { now } from '#lib/clock.ts'
import { db, type Tx } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { AppError } from '#lib/errors.ts'
import { changeList, unlisted } from '#lib/record/change-list.ts'
import { sentences } from '#lib/record/sentences.ts'

/** Longer than updating GoTo takes: an older lease belongs to a process that died. */
const leaseMs = 30_000

/**
 * Makes this change the only one in progress before it is sent to GoTo: of two that began with the same version, GoTo
 * gets one. The version itself goes up only with the change. Returns the token needed for writing.
 * @throws AppError `conflict`
 */
export async function claimEdit(meetingId: string, version: number): Promise<string> {
  const token = uuid()
  const { count } = await unlisted(db()).meeting.updateMany({
    where: { id: meetingId, version, goneAt: null, cancelsAt: null, ...notBeingEdited() },
    data: { editingAt: now(), editingBy: token },
  })
  if (count === 1) return token
  const isSame = (await db().meeting.count({ where: { id: meetingId, version, goneAt: null, cancelsAt: null } })) > 0
  if (!isSame) throw hasChanged()
  throw new AppError('conflict', sentences.beingChanged, { retryAfterSeconds: 5 })
}

/** The change failed, so the form may send it again. */
export async function releaseEdit(meetingId: string, token: string): Promise<void> {
  const data = { editingAt: null, editingBy: null }
  await unlisted(db()).meeting.updateMany({ where: { id: meetingId, editingBy: token }, data })
}

/** Ends the lease with the change it was for; a lost lease writes nothing. @throws AppError `conflict` */
export async function spendEdit(
  tx: Tx,
  { id, version, token }: { id: string; version: number; token: string },
): Promise<void> {
  const { count } = await changeList(tx).meeting.updateMany({
    where: { id, version, editingBy: token, goneAt: null },
    data: { version: { increment: 1 }, editingAt: null, editingBy: null },
  })
  if (count === 0) throw hasChanged()
}

/** Whether a change is on its way to GoTo: what a listing says meanwhile may be from before or after it. */
export function isBeingEdited(editingAt: Date | null): boolean {
  const at = now().getTime()
  return editingAt !== null && editingAt.getTime() >= at - leaseMs && editingAt.getTime() <= at
}

/** The opposite of `isBeingEdited`, as a filter. */
export function notBeingEdited(): Prisma.MeetingWhereInput {
  const at = now()
  return {
    OR: [{ editingAt: null }, { editingAt: { lt: new Date(at.getTime() - leaseMs) } }, { editingAt: { gt: at } }],
  }
}

function hasChanged(): AppError {
  return new AppError('conflict', sentences.changed)
}
