import { recordLook } from '#lib/audit/record-look.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize, can } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import { askHistory } from '#lib/history/reading/ask-history.ts'
import type { Session } from '#lib/history/schema.ts'
import { attendeesOf, type SessionRow, sessionParts, viewSummary } from '#lib/record/sessions/session-rows.ts'
import { unreadBecause } from './unread-because.ts'

/**
 * The attendance report. Attendees that are not stored yet are read for a moment; then `asOf` is null and `unreadBecause`
 * says whether asking again helps. @throws AppError `not_found` also where the session is not this actor's to see
 */
export async function getSession(actor: Actor, id: string): Promise<Session> {
  let row = await findSession(actor, id)
  if (row.attendeesReadAt === null) {
    const { id: organizerId, name, goneAt } = row.organizer
    const around = { from: row.startedAt, to: new Date(row.startedAt.getTime() + 1) }
    await askHistory(actor, [{ id: organizerId, name, isGone: goneAt !== null }], { ...around, withAttendees: true })
    row = await findSession(actor, id)
  }
  await recordLook(actor, 'session.read', { subject: { kind: 'session', id } })
  const attendees = attendeesOf(row)
  const here = new Set(attendees.map(({ personId }) => personId))
  const unidentified = attendees.filter(({ personId }) => personId === null).length
  const [invited, siblings] = await Promise.all([listInvited(row), listSiblings(row)])
  return {
    ...viewSummary(row, attendees.length),
    attendees,
    missing: invited.filter(({ personId }) => !here.has(personId)),
    required: row.attendeesReadAt === null ? null : countRequired(invited, here),
    identified: attendees.length === 0 ? null : (attendees.length - unidentified) / attendees.length,
    unidentified,
    unreadRows: row.unreadRows,
    siblings,
    asOf: row.attendeesReadAt?.toISOString() ?? null,
    unreadBecause: await unreadBecause(actor, row, now()),
  }
}

/** A session that this actor may see. @throws AppError `not_found`, or `forbidden` where no past at all is theirs */
export async function findSession(actor: Actor, id: string): Promise<SessionRow> {
  authorize(actor, 'history.list')
  const row = await db().session.findUnique({ where: { id }, include: sessionParts })
  // The same answer as for no session: whether there was one is part of what may not be known.
  if (!row || !can(actor, 'history.read', { organizerId: row.organizerId, groupId: row.organizer.groupId }))
    throw new AppError('not_found', 'There is no such session, or it is not yours to see.')
  return row
}

async function listInvited({ meetingId }: SessionRow): Promise<Session['missing']> {
  if (meetingId === null) return []
  const invited = await db().invited.findMany({
    where: { meetingId },
    include: { person: { select: { name: true } } },
    orderBy: [{ required: 'desc' }, { person: { name: 'asc' } }, { personId: 'asc' }],
  })
  return invited.map(({ personId, required, person }) => ({ personId, name: person.name, required }))
}

function countRequired(invited: Session['missing'], here: ReadonlySet<string | null>): Session['required'] {
  const required = invited.filter((one) => one.required)
  if (required.length === 0) return null
  return { invited: required.length, present: required.filter(({ personId }) => here.has(personId)).length }
}

const mostSiblings = 50

async function listSiblings({ accountKey, organizerId, gotoMeetingId }: SessionRow): Promise<Session['siblings']> {
  const rows = await db().session.findMany({
    where: { accountKey, organizerId, gotoMeetingId },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: mostSiblings,
    select: { id: true, startedAt: true, endedAt: true },
  })
  return rows.map(({ id, startedAt, endedAt }) => ({
    id,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }))
}
