import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, closeSync, lstatSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { clusterFolder, folderAsSeenBy, postgresVariables } from './cluster.ts'
import type { Account } from './postgres-account.ts'
import { type Binaries, identity } from './postgres-binaries.ts'
import { processCommand, processStart } from './process-identity.ts'

/** A data directory's running server, whatever started it. */
export type Postmaster = { pid: number; startedAt: string; socketFolder: string }

/** Longest path of a Unix socket that every system accepts, with room for `/.s.PGSQL.5432`. */
const longestFolder = 88

/** The server already running on these files, left by a killed owner. */
export function findPostmaster(dataDir: string): Postmaster | null {
  const [pid, , , , socketFolder] = readPidFile(dataDir)
  if (!pid || !isOurs(Number(pid), dataDir)) return null
  const startedAt = processStart(Number(pid))
  if (startedAt === null) return null
  return {
    pid: Number(pid),
    startedAt,
    socketFolder: socketFolder?.startsWith('/') ? socketFolder : clusterFolder(dataDir),
  }
}

export function isRunning(postmaster: Postmaster): boolean {
  return processStart(postmaster.pid) === postmaster.startedAt
}

/** Starts the server detached, in its own process group: Ctrl-C must reach it last, through its owner. */
export function startPostmaster(
  dataDir: string,
  binaries: Binaries,
  account: Account | null,
  settings: Record<string, string>,
): Postmaster {
  const folder = clusterFolder(dataDir)
  const socketFolder = chooseSocketFolder(dataDir, account)
  forgetReusedPid(dataDir)
  mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o700 })
  const output = openSync(join(dataDir, 'logs', 'postgres.log'), 'a', 0o600)
  const given = {
    ...settings,
    cluster_name: clusterName(dataDir),
    unix_socket_directories: socketFolder === folder ? '.' : socketFolder,
  }
  const child = spawn(
    binaries.postgres,
    [
      '-D',
      folderAsSeenBy(account, folder),
      ...Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { cwd: folder, env: postgresVariables, detached: true, stdio: ['ignore', output, output], ...identity(account) },
  )
  closeSync(output)
  // Reported with the log when no answer comes; unhandled, the event would end the process.
  child.on('error', () => undefined)
  child.unref()
  const pid = child.pid
  if (pid === undefined) throw new Error(`PostgreSQL could not be started from ${binaries.postgres}.`)
  return { pid, startedAt: processStart(pid) ?? '', socketFolder }
}

/** Stops the server: connections are cut, everything committed is on disk. Resolves when it is gone. */
export async function stopPostmaster(postmaster: Postmaster, patienceMs = 20_000): Promise<void> {
  const deadline = performance.now() + patienceMs
  let signal: NodeJS.Signals = 'SIGINT'
  signalPostmaster(postmaster, signal)
  while (isRunning(postmaster)) {
    if (signal === 'SIGINT' && performance.now() > deadline) {
      signal = 'SIGQUIT'
      signalPostmaster(postmaster, signal)
    }
    await delay(20)
  }
  if (isRuntimeFolder(postmaster.socketFolder)) rmSync(postmaster.socketFolder, { recursive: true, force: true })
}

function signalPostmaster(postmaster: Postmaster, signal: NodeJS.Signals): void {
  if (!isRunning(postmaster)) return
  try {
    process.kill(postmaster.pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Names the data directory on the server's command line, by which it is recognised later. */
function clusterName(dataDir: string): string {
  return `foyer-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
}

function isOurs(pid: number, dataDir: string): boolean {
  return processCommand(pid).includes(`cluster_name=${clusterName(dataDir)} `)
}

function readPidFile(dataDir: string): string[] {
  try {
    return readFileSync(pidFile(dataDir), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function pidFile(dataDir: string): string {
  return join(clusterFolder(dataDir), 'postmaster.pid')
}

/**
 * PostgreSQL refuses to start if the pid in its file is running, even as another program (after a container restart the
 * numbers repeat). It takes a parent's pid for stale. The rest of the file stays: it shows PostgreSQL whether children
 * of a killed server are still writing.
 */
function forgetReusedPid(dataDir: string): void {
  const lines = readPidFile(dataDir)
  if (lines.length === 0) return
  writeFileSync(pidFile(dataDir), [String(process.pid), ...lines.slice(1)].join('\n'))
}

/** Beside the files, unless that path is too long for a socket: then a short folder only this user can enter. */
function chooseSocketFolder(dataDir: string, account: Account | null): string {
  const folder = clusterFolder(dataDir)
  if (Buffer.byteLength(folder) <= longestFolder) return folder
  const short = join(tmpdir(), clusterName(dataDir))
  const chosen = Buffer.byteLength(short) <= longestFolder ? short : join('/tmp', clusterName(dataDir))
  const uid = account?.uid ?? process.getuid?.()
  mkdirSync(chosen, { recursive: true, mode: 0o700 })
  const entry = lstatSync(chosen)
  if (account && entry.uid === 0) chownSync(chosen, account.uid, account.gid)
  else if (entry.uid !== uid || !entry.isDirectory() || (entry.mode & 0o077) !== 0) {
    throw new Error(
      `${chosen} is needed for PostgreSQL's socket but belongs to another user: remove it, or set a shorter DATA_DIR.`,
    )
  }
  return chosen
}

function isRuntimeFolder(folder: string): boolean {
  return /\/foyer-[0-9a-f]{16}$/.test(folder)
}
