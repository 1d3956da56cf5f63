import type { SystemActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import type { EventOf } from '#lib/events/event.ts'
import { readAskedHistory } from '#lib/history/reading/read-asked-history.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }

/** Does all the reading of the past that the worker has been asked for, of which a slow machine has more. */
export async function workAsked(): Promise<void> {
  for (const { id, payload } of await db().outboxEvent.findMany({ where: { kind: 'history.asked', doneAt: null } })) {
    await readAskedHistory(worker, payload as EventOf<'history.asked'>['payload'])
    await db().outboxEvent.update({ where: { id }, data: { doneAt: new Date() } })
  }
}
