import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import type { EventOf } from '#lib/events/event.ts'
import { readHistory } from './read-history.ts'

const readersAtOnce = 4

/** Reads the past that somebody looks at, with that person's right. Answers how many organizers were read. */
export async function readAskedHistory(
  actor: Actor,
  { personId, organizerIds, from, to, withAttendees }: EventOf<'history.asked'>['payload'],
): Promise<{ read: number }> {
  authorize(actor, 'sync.run')
  const wish = { from: new Date(from), to: new Date(to), withAttendees }
  const reader = { personId: personId || null, lane: 'background' } as const
  const waiting = [...organizerIds]
  let read = 0
  async function readOn(): Promise<void> {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
      if ((await readHistory(id, wish, reader)) === 'done') read += 1
  }
  const ends = await Promise.allSettled(Array.from({ length: readersAtOnce }, readOn))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return { read }
}
