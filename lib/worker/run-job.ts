import { errorTable, toAppError } from '#lib/errors.ts'
import { log, withLogContext } from '#lib/log.ts'

export type JobOutcome = {
  status: 'completed' | 'failed' | 'deadletter'
  output: object
  /** How long the other side wants to be left alone; null: it did not say. */
  retryAfterSeconds: number | null
}

/**
 * Runs a job's work and says what happens to the job, by the error table: `retry` is tried again, `fail` is not, and
 * `pause` is done until an event says that something has changed.
 */
export async function runJob(job: string, work: () => Promise<unknown>): Promise<JobOutcome> {
  return withLogContext({ job }, async () => {
    const startedAt = performance.now()
    try {
      await work()
      log.debug({ ms: Math.round(performance.now() - startedAt) }, 'job done')
      return { status: 'completed', output: {}, retryAfterSeconds: null }
    } catch (thrown) {
      const error = toAppError(thrown)
      const { level, job: policy } = errorTable[error.code]
      log[level]({ code: error.code, err: error.cause ?? error }, error.message)
      const retryAfterSeconds = policy === 'retry' ? (error.retryAfterSeconds ?? null) : null
      return { status: outcomes[policy], output: { code: error.code }, retryAfterSeconds }
    }
  })
}

const outcomes = { fail: 'deadletter', retry: 'failed', pause: 'completed' } as const
