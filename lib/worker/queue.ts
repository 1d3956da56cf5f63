import { PgBoss, type Job as TakenJob } from 'pg-boss'
import { log } from '#lib/log.ts'
import type { ClockJob, EventJob, Job } from './job.ts'
import { runJob } from './run-job.ts'

type ExecuteSql = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>

export type Queue = {
  /** One run for this clock slot, whichever worker asks first. */
  enqueueByClock(job: ClockJob): Promise<void>
  /** Once per event, however often it is delivered. */
  enqueueEvent(job: EventJob, event: { id: string; payload: object }): Promise<void>
  /** Takes nothing more and lets running jobs finish. */
  stop(): Promise<void>
}

/** A killed worker's jobs lose their heartbeats; another worker notices and takes them over within 30 s. */
const heartbeat = { heartbeatSeconds: 10 }
const supervision = { superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 }
const retries = { retryLimit: 5, retryDelay: 2, retryBackoff: true, retryDelayMax: 300 }
const finishMs = 20_000

/** pg-boss on our own database, with its tables in a separate schema that it creates and maintains itself. */
export async function openQueue(executeSql: ExecuteSql, jobs: readonly Job[]): Promise<Queue> {
  const boss = new PgBoss({
    db: { executeSql },
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
    ...supervision,
  })
  boss.on('error', (error) => log.warn({ err: error }, 'queue'))
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'queue'))
  try {
    await boss.start()
    for (const job of jobs) await open(boss, job)
  } catch (error) {
    // What is open already would go on working behind the back of the next try.
    await boss.stop({ graceful: false }).catch((err: unknown) => log.debug({ err }, 'a queue half opened'))
    throw error
  }
  return {
    async enqueueByClock({ name, everySeconds }) {
      await boss.send(name, {}, { singletonSeconds: everySeconds })
    },
    async enqueueEvent({ name, delaySeconds }, { id, payload }) {
      await boss.send(name, payload, { id, ...(delaySeconds === undefined ? {} : { startAfter: delaySeconds }) })
    },
    stop: () => boss.stop({ graceful: true, timeout: finishMs }),
  }
}

async function open(boss: PgBoss, job: Job): Promise<void> {
  const policy = 'everySeconds' in job ? 'stately' : 'standard'
  await boss.createQueue(job.name, { policy, ...heartbeat, ...retries, deleteAfterSeconds: 3_600 })
  await boss.work(job.name, workOptions, (batch) => Promise.all(batch.map((taken) => work(boss, job, taken))))
}

const workOptions = { perJobResults: true, pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 3 } as const

async function work(boss: PgBoss, job: Job, taken: TakenJob<unknown>) {
  const { id, data } = taken
  const { status, output, retryAfterSeconds } = await runJob(job.name, () => run(job, data as object))
  if (retryAfterSeconds !== null) {
    // The queue knows only its own delays: report the failure first, so that the next try can be put off.
    // With its attempt, not only its id: it may be another worker's by now, which took this one for dead.
    await boss.fail(job.name, taken, output)
    await boss.update(job.name, undefined, { id, startAfter: Math.ceil(retryAfterSeconds) })
  }
  return { id, status, output }
}

function run(job: Job, data: object): Promise<unknown> {
  const actor = { kind: 'system', job: job.name } as const
  return 'on' in job ? job.run(actor, data as Parameters<typeof job.run>[1]) : job.run(actor)
}
