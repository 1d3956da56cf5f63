import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { EventOf } from '#lib/events/event.ts'
import { inTurn } from '#lib/in-turn.ts'
import { readHistory } from './read-history.ts'

/**
 * Reads the past somebody is looking at, with that person's permissions; nothing for somebody disabled since. Returns
 * how many organizers were read.
 */
export async function readAskedHistory(
  actor: Actor,
  { personId, organizerIds, from, to, withAttendees }: EventOf<'history.asked'>['payload'],
): Promise<{ read: number }> {
  authorize(actor, 'sync.run')
  if (personId && (await isDisabled(personId))) return { read: 0 }
  const wish = { from: new Date(from), to: new Date(to), withAttendees }
  const reader = { personId: personId || null, lane: 'background' } as const
  const outcomes = await inTurn(organizerIds, (id) => readHistory(id, wish, reader))
  return { read: outcomes.filter((outcome) => outcome === 'done').length }
}

async function isDisabled(personId: string): Promise<boolean> {
  return (await db().person.count({ where: { id: personId, disabledAt: { not: null } } })) > 0
}
