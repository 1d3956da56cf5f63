import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { childVariables } from '#lib/env.ts'
import { countRevivals, type Revivals } from './revivals.ts'

export type ProcessPlan = {
  /** Names its log file. */
  name: string
  /** Its name in a sentence: "the worker". */
  title: string
  script: string
  args?: string[]
  settings?: Record<string, string>
  /** Answers below 500 once the process is ready. Without it, running is enough. */
  readyUrl?: string
}

export type Processes = {
  /** Starts one and resolves when it is ready. */
  start(plan: ProcessPlan): Promise<void>
  /** Rejects with a sentence when one exits before it was ever ready, or keeps exiting; never resolves. */
  trouble: Promise<never>
  /** Stops them one by one, last started first, each with time to finish its work. */
  stop(): Promise<void>
  kill(): void
}

/** Keeps its place through a restart, so that the stopping order holds. */
type Running = { plan: ProcessPlan; child: ChildProcess | null; hasBeenReady: boolean; revivals: Revivals }

/** How long a process gets to finish its work; its own limits are shorter. */
const patienceMs = 30_000

type Surroundings = {
  /** Where each writes its log; null: all share our output. */
  logFolder: string | null
  say: (line: string) => void
  /** Whether they lack something now without which none can live: dying then does not count against them. */
  isExcused?: () => Promise<boolean>
}

/**
 * The programs of one installation. One that exits unasked after being ready is restarted and reported through `say`;
 * the others keep running.
 */
export function createProcesses({ logFolder, say, isExcused = async () => false }: Surroundings): Processes {
  const running: Running[] = []
  const { promise: trouble, reject: report } = Promise.withResolvers<never>()
  // Callers who await trouble see it; unhandled, it must not kill this process before the others are stopped.
  trouble.catch(() => undefined)
  const stopping = new AbortController()

  function run(entry: Running): void {
    const child = launch(entry.plan, logFolder, say)
    entry.child = child
    child.once('close', (code, signal) => {
      entry.child = null
      if (!stopping.signal.aborted) revive(entry, manner(code, signal)).catch(report)
    })
    child.once('error', (error) => report(new Error(`${entry.plan.title} could not be started: ${error.message}`)))
  }

  async function revive(entry: Running, end: string): Promise<void> {
    const { plan, revivals } = entry
    const who = capitalized(plan.title)
    const isPardoned = await isExcused()
    if (stopping.signal.aborted) return
    if (!entry.hasBeenReady && !isPardoned)
      throw new Error(`${who} ${end} before it was ready; ${whereItSaid(plan, logFolder)}.`)
    if (revivals.noteAndJudge(performance.now(), isPardoned) === 'give up')
      throw new Error(`${who} keeps exiting, this time it ${end}; ${whereItSaid(plan, logFolder)}.`)
    say(`${who} ${end}; restarting it.`)
    await delay(revivals.pauseMs(), null, { signal: stopping.signal }).catch(() => undefined)
    if (!stopping.signal.aborted) run(entry)
  }

  return {
    trouble,
    async start(plan) {
      if (stopping.signal.aborted) return
      const revivals = countRevivals({ most: 4, withinMs: 60_000 })
      const entry: Running = { plan, child: null, hasBeenReady: !plan.readyUrl, revivals }
      running.push(entry)
      run(entry)
      if (plan.readyUrl) await Promise.race([answers(plan.readyUrl, () => stopping.signal.aborted), trouble])
      entry.hasBeenReady = true
    },
    async stop() {
      stopping.abort()
      for (const { child } of running.toReversed()) if (child) await end(child)
    },
    kill() {
      stopping.abort()
      for (const { child } of running) child?.kill('SIGKILL')
    },
  }
}

async function end(child: ChildProcess): Promise<void> {
  const hasEnded = once(child, 'close').then(() => true)
  child.kill('SIGTERM')
  if (!(await Promise.race([hasEnded, delay(patienceMs, false, { ref: false })]))) child.kill('SIGKILL')
  await hasEnded
}

function launch(
  { name, title, script, args = [], settings = {} }: ProcessPlan,
  logFolder: string | null,
  say: (line: string) => void,
): ChildProcess {
  const output =
    logFolder === null ? null : openLog(logFolder, name, (why) => say(`${capitalized(title)} logs here: ${why}`))
  const child = spawn(process.execPath, ['--import', followParent, script, ...args], {
    env: childVariables(settings),
    // In its own group: Ctrl-C in a terminal reaches only the launcher, which then stops everything in order.
    detached: true,
    stdio: ['ignore', output ?? 'inherit', output ?? 'inherit', 'ipc'],
  })
  if (output !== null) closeSync(output)
  return child
}

const followParent = fileURLToPath(new URL('./follow-parent.ts', import.meta.url))

/**
 * Appends to the log of earlier starts; one that has grown large becomes the single old log. null on a full disk, which
 * keeps nobody from running.
 */
function openLog(folder: string, name: string, complain: (why: string) => void): number | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const path = join(folder, `${name}.log`)
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 20_000_000) renameSync(path, `${path}.old`)
    return openSync(path, 'a', 0o600)
  } catch (error) {
    complain((error as Error).message)
    return null
  }
}

function manner(code: number | null, signal: string | null): string {
  return signal ? `was killed by ${signal}` : `exited with code ${code}`
}

function whereItSaid({ name }: ProcessPlan, logFolder: string | null): string {
  return logFolder === null ? 'its output is above' : `its output is in ${join(logFolder, `${name}.log`)}`
}

function capitalized(title: string): string {
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`
}

async function answers(url: string, isHopeless: () => boolean): Promise<void> {
  // It may wait for its database for hours, and logs every question.
  for (let pauseMs = 100; !isHopeless(); pauseMs = Math.min(pauseMs * 1.2, 5_000)) {
    const status = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' }).then(
      async (response) => {
        await response.body?.cancel()
        return response.status
      },
      () => 503,
    )
    if (status < 500) return
    await delay(pauseMs)
  }
}
