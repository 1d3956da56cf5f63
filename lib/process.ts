import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { ignoreLostOutput } from '#lib/patient-output.ts'

/**
 * The life cycle of our processes: settings are checked first, then `start` runs and returns how to stop. The first
 * SIGTERM or SIGINT stops in order, the second at once. A failed start says why on stderr and exits with 1.
 */
export async function runUntilSignal(name: string, start: () => Promise<() => Promise<void>>): Promise<void> {
  ignoreLostOutput()
  process.on('unhandledRejection', (error) => fail(name, error))
  process.on('uncaughtException', (error) => fail(name, error))
  try {
    env()
    const stop = await start()
    let isStopping = false
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (isStopping) process.exit(1)
        isStopping = true
        log.info({ signal }, `${name} is stopping`)
        stop().then(
          () => process.exit(0),
          (error) => fail(name, error),
        )
      })
    }
  } catch (error) {
    fail(name, error)
  }
}

function fail(name: string, error: unknown): never {
  log.error({ err: error }, `${name} failed`)
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
