import type { Actor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { askHistory } from '#lib/history/reading/ask-history.ts'
import { type SessionRow, sessionParts } from '#lib/record/sessions/session-rows.ts'
import type { Sittings } from './view-sittings.ts'
import { windowOf } from './window-of.ts'

/** What all sittings of this session's planned meeting have in common; an unplanned one is its only sitting. */
export function sittingsOf({ id, organizerId, occurrenceId }: SessionKeys): Prisma.SessionWhereInput {
  return occurrenceId === null ? { id } : { organizerId, occurrenceId }
}

type SessionKeys = Pick<SessionRow, 'id' | 'organizerId' | 'occurrenceId'>

export async function listSittings(where: Prisma.SessionWhereInput): Promise<Sittings | null> {
  const [first, ...others] = await db().session.findMany({ where, include: sessionParts, orderBy: firstOneFirst })
  return first ? [first, ...others] : null
}

const firstOneFirst = [{ startedAt: 'asc' }, { id: 'asc' }] as const satisfies Prisma.SessionOrderByWithRelationInput[]

/**
 * Asks GoTo for a moment what it knows of the time in which a meeting may have been held, unless that was read lately: a
 * sitting that nobody noticed would make those who came to it absent. Whether there are sittings to ask about.
 */
export async function readSittings(actor: Actor, where: Prisma.SessionWhereInput): Promise<boolean> {
  const [first, ...others] = await db().session.findMany({
    where,
    select: { startedAt: true, occurrence: true, organizer: { select: { id: true, name: true, goneAt: true } } },
  })
  if (!first) return false
  const { id, name, goneAt } = first.organizer
  const period = windowOf([first, ...others])
  await askHistory(actor, [{ id, name, isGone: goneAt !== null }], { ...period, withAttendees: true })
  return true
}
