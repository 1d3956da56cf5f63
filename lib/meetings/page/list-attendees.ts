import { recordLook } from '#lib/audit/record-look.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db, pool } from '#lib/db/client.ts'
import type { MeetingAttendees } from '#lib/meetings/schema.ts'
import { longestRunStart } from '#lib/record/limits.ts'
import { compareInvited } from '#lib/record/meetings/compare-invited.ts'
import { getMeetingRow } from '#lib/record/meetings/get-meeting-row.ts'
import { type ListedRow, subjectOf } from '#lib/record/meetings/listed-rows.ts'

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

/** Each person's latest click on Join, newest first. */
async function findPresses({ meeting, planned }: ListedRow): Promise<MeetingAttendees['others']> {
  const since = planned ? new Date(0) : longestRunStart(now())
  const { rows } = await pool().query<{ id: string; name: string; email: string | null; at: Date }>(
    `SELECT p.id, p.name, p.email, max(j.at) AS at FROM join_press j JOIN person p ON p.id = j.person_id
     WHERE j.at >= $1 AND j.meeting_id = $2 AND j.occurrence_id IS NOT DISTINCT FROM $3
     GROUP BY p.id, p.name, p.email ORDER BY max(j.at) DESC, p.id`,
    [since, meeting.id, planned?.id ?? null],
  )
  return rows.map(({ id, name, email, at }) => ({ personId: id, name, email, pressedAt: at.toISOString() }))
}
