import type { Actor } from '#lib/auth/actor.ts'
import { visibleMeetings } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { AppError } from '#lib/errors.ts'
import { sentences } from '#lib/record/sentences.ts'
import { type ListedRow, meetingParts } from './listed-rows.ts'

/** By our public id. @throws AppError `not_found`, the same whether it is absent or hidden from this actor. */
export async function getMeetingRow(actor: Actor, id: string): Promise<ListedRow> {
  const row = await findRow(id, { goneAt: null, meeting: { AND: [visibleMeetings(actor), { goneAt: null }] } })
  if (!row) throw new AppError('not_found', sentences.notFound)
  return row
}

/** By our public id, also when it is gone, no matter who may see it: for the past, which has rules of its own. null: none. */
export function findMeetingRow(id: string): Promise<ListedRow | null> {
  return findRow(id, { meeting: {} })
}

type Among = { goneAt?: null; meeting: Prisma.MeetingWhereInput }

/** A planned time, else a dateless room. */
async function findRow(id: string, among: Among): Promise<ListedRow | null> {
  const occurrence = await db().occurrence.findFirst({
    where: { ...among, id },
    include: { meeting: { include: meetingParts } },
  })
  if (occurrence) {
    const { meeting, ...planned } = occurrence
    return { meeting, planned }
  }
  const room = await db().meeting.findFirst({
    where: { AND: [among.meeting, { id, kind: 'room' }] },
    include: meetingParts,
  })
  return room && { meeting: room, planned: null }
}
