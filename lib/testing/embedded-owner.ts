import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { findPostmaster, stopPostmaster } from '#lib/db/postmaster.ts'

export type EmbeddedOwner = {
  child: ChildProcess
  /** The outcome: the server is ours, or the sentence that refused it. */
  outcome: { url: string; pid: number; isAdopted: boolean; said: string[] } | { refused: string }
  stop(): Promise<void>
  kill(): Promise<void>
}

export type OwnerOptions = {
  uid?: number
  gid?: number
  cwd?: string
  isDurable?: boolean
}

/** Opens an embedded PostgreSQL in a separate process, which can be stopped or killed. */
export async function embeddedOwner(dataDir: string, options: OwnerOptions = {}): Promise<EmbeddedOwner> {
  const { isDurable = false, cwd = process.cwd(), ...account } = options
  onTestFinished(() => stopWhatRuns(dataDir))
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, dataDir, String(isDurable)], {
    cwd,
    env: {} as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...account,
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), failure(child)])
  return {
    child,
    outcome: JSON.parse(line as string),
    async stop() {
      child.stdin.end()
      await gone(child)
    },
    async kill() {
      child.kill('SIGKILL')
      await gone(child)
    },
  }
}

const script = `
  import { openEmbedded } from '#lib/db/embedded.ts'
  const [dataDir, isDurable] = process.argv.slice(1)
  const said = []
  try {
    const server = await openEmbedded({ dataDir, owner: 'demo', isDurable: isDurable === 'true', say: (line) => said.push(line) })
    const { url, pid, isAdopted } = server
    process.stdin.on('end', () => server.stop()).resume()
    console.log(JSON.stringify({ url, pid, isAdopted, said }))
  } catch (error) {
    console.log(JSON.stringify({ refused: error.message }))
    process.stdin.destroy()
  }
`

async function failure(child: ChildProcess): Promise<never> {
  let complaint = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    complaint += chunk
  })
  await gone(child)
  throw new Error(`The owner exited without a word: ${complaint}`)
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
}

async function stopWhatRuns(dataDir: string): Promise<void> {
  const orphan = findPostmaster(dataDir)
  if (orphan) await stopPostmaster(orphan)
}
