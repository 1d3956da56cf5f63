import type { SystemActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import type { EventOf } from '#lib/events/event.ts'
import { readAskedHistory } from '#lib/history/reading/read-asked-history.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }

/** Does what the worker does with all reading of the past that was asked of it, as on a slow machine more of it is. */
export async function workAsked(): Promise<void> {
  for (const { id, payload } of await db().outboxEvent.findMany({ where: { kind: 'history.asked', doneAt: null } })) {
    await readAskedHistory(worker, payload as EventOf<'history.asked'>['payload'])
    await db().outboxEvent.update({ where: { id }, data: { doneAt: new Date() } })
  }
}
