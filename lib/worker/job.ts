import type { SystemActor } from '#lib/auth/actor.ts'
import type { EventKind, EventOf } from '#lib/events/event.ts'

/** Work by the clock: at most one run at a time and one more waiting, across all workers. */
export type ClockJob = {
  name: string
  everySeconds: number
  run(actor: SystemActor): Promise<unknown>
}

/** Work on an event: at least once, with the event's payload. */
export type EventJob<K extends EventKind = EventKind> = {
  name: string
  on: K
  /** Earliest start after the event. */
  delaySeconds?: number
  run(actor: SystemActor, payload: EventOf<K>['payload']): Promise<unknown>
}

export type Job = ClockJob | EventJob

export function onEvent<K extends EventKind>(job: EventJob<K>): EventJob {
  // The queue gives each job only events of its own kind.
  return job as unknown as EventJob
}
