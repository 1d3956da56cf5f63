import { recordLook } from '#lib/audit/record-look.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { MeetingAttendees } from '#lib/meetings/schema.ts'
import { compareInvited } from '#lib/record/meetings/compare-invited.ts'
import { getMeetingRow } from '#lib/record/meetings/get-meeting-row.ts'
import { type ListedRow, subjectOf } from '#lib/record/meetings/listed-rows.ts'
import { findPresses } from './find-presses.ts'

/**
 * Which of the invited, and who else, pressed Join: for a planned time ever, for a room as long as a run may last. A
 * click is not presence. @throws AppError `not_found`, `forbidden`
 */
export async function listAttendees(actor: Actor, id: string): Promise<MeetingAttendees> {
  const row = await getMeetingRow(actor, id)
  authorize(actor, 'meeting.attendees', subjectOf(row))
  await recordLook(actor, 'meeting.attendees-read', { subject: { kind: 'meeting', id } })
  const [presses, invitations] = await Promise.all([findPresses(row), findInvited(row)])
  const pressedAt = new Map(presses.map((press) => [press.personId, press.pressedAt]))
  const invited = invitations
    .map(({ required, person }) => ({ ...person, required, pressedAt: pressedAt.get(person.personId) ?? null }))
    .sort(compareInvited)
  const invitedIds = new Set(invited.map(({ personId }) => personId))
  return { invited, others: presses.filter(({ personId }) => !invitedIds.has(personId)) }
}

async function findInvited({ meeting }: ListedRow) {
  const rows = await db().invited.findMany({
    where: { meetingId: meeting.id },
    include: { person: { select: { id: true, name: true, email: true } } },
  })
  return rows.map(({ required, person: { id, name, email } }) => ({ required, person: { personId: id, name, email } }))
}
