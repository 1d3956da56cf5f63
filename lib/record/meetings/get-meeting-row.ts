import type { Actor } from '#lib/auth/actor.ts'
import { visibleMeetings } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import { sentences } from '#lib/record/sentences.ts'
import { type ListedRow, meetingParts } from './listed-rows.ts'

/** By our public id. @throws AppError `not_found`, the same whether it is absent or hidden from this actor. */
export async function getMeetingRow(actor: Actor, id: string): Promise<ListedRow> {
  const visible = { AND: [visibleMeetings(actor), { goneAt: null }] }
  const occurrence = await db().occurrence.findFirst({
    where: { id, goneAt: null, meeting: visible },
    include: { meeting: { include: meetingParts } },
  })
  if (occurrence) {
    const { meeting, ...planned } = occurrence
    return { meeting, planned }
  }
  const room = await db().meeting.findFirst({
    where: { AND: [visible, { id, kind: 'room' }] },
    include: meetingParts,
  })
  if (!room) throw new AppError('not_found', sentences.notFound)
  return { meeting: room, planned: null }
}

/** By our public id, also when it is gone, no matter who may see it: for the past, which has rules of its own. null: none. */
export async function findMeetingRow(id: string): Promise<ListedRow | null> {
  const occurrence = await db().occurrence.findUnique({
    where: { id },
    include: { meeting: { include: meetingParts } },
  })
  if (occurrence) {
    const { meeting, ...planned } = occurrence
    return { meeting, planned }
  }
  const room = await db().meeting.findFirst({ where: { id, kind: 'room' }, include: meetingParts })
  return room && { meeting: room, planned: null }
}
