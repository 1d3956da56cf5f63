import { isUnderNpm } from '#lib/env.ts'
import { ignoreLostOutput, patientOutput } from '#lib/patient-output.ts'

/** Everything is registered here as it starts, so that it can be stopped in order whatever happens later. */
export type House = {
  /** Prints a line of progress on stderr. */
  say(line: string): void
  /** Adds a stopping step; the last added runs first. `force` is what the second signal does instead. */
  onStop(step: StopStep): void
  /** Something that must not fail while the house runs: its rejection stops everything. */
  watch(trouble: Promise<never>): void
}

type StopStep = { stop: () => Promise<void>; force: () => void }

/**
 * Runs a launcher: `open` starts everything and returns when all is ready. The first SIGINT or SIGTERM, at any moment,
 * stops in order and exits with 0; the second forces. Trouble prints its sentence, stops in order and exits with 1.
 */
export async function runHouse(open: (house: House) => Promise<void>): Promise<void> {
  ignoreLostOutput()
  const output = patientOutput(2, (lines) => `${lines} lines were lost: there was no space for them.`)
  const steps: StopStep[] = []
  const troubles = Promise.withResolvers<never>()
  const asked = Promise.withResolvers<'asked'>()
  let requests = 0
  function request(): void {
    requests += 1
    if (requests === 1) asked.resolve('asked')
    else force(steps)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, request)
  if (isUnderNpm()) whenOrphaned(() => asked.resolve('asked'))
  const house: House = {
    say: (line) => output.write(`${line}\n`),
    onStop: (step) => steps.push(step),
    watch: (trouble) => trouble.catch(troubles.reject),
  }
  let exitCode = 0
  try {
    const opened = open(house).then(() => new Promise<never>(() => undefined))
    await Promise.race([opened, asked.promise, troubles.promise])
    house.say('Stopping …')
  } catch (error) {
    house.say(error instanceof Error ? error.message : String(error))
    exitCode = 1
  }
  for (let step = steps.at(-1); step; step = steps.at(-1)) {
    await step.stop().catch((error: unknown) => {
      house.say(error instanceof Error ? error.message : String(error))
      exitCode = 1
    })
    // Only now: while it is stopping, a second signal must still find it.
    steps.splice(steps.indexOf(step), 1)
  }
  process.exit(exitCode)
}

/** npm dies of a signal without forwarding it: stopping `npm run demo` is meant to stop all of it. */
function whenOrphaned(act: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    act()
  }, 250)
  timer.unref()
}

/** Stops everything at once, except PostgreSQL, which cannot be and which the next start adopts. */
function force(steps: StopStep[]): void {
  for (const step of steps.reverse()) step.force()
  process.exit(1)
}
