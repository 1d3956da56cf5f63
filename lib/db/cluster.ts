import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Account } from './postgres-account.ts'
import { type Binaries, identity } from './postgres-binaries.ts'

/** The role and database that all of Foyer uses. */
export const role = 'foyer'

/** The folder of the database files. */
export function clusterFolder(dataDir: string): string {
  return join(dataDir, 'postgres')
}

/**
 * Creates the database files if there are none. They are created under another name and renamed when complete, so a
 * start killed half-way leaves nothing that looks like a database.
 */
export async function ensureCluster(
  dataDir: string,
  binaries: Binaries,
  account: Account | null,
  isDurable: boolean,
): Promise<void> {
  const folder = clusterFolder(dataDir)
  await removeDrafts(dataDir)
  if (existsSync(folder)) return
  const draft = join(dataDir, `postgres.new-${randomBytes(4).toString('hex')}`)
  mkdirSync(draft, { mode: 0o700 })
  if (account) chownSync(draft, account.uid, account.gid)
  await initdb(draft, binaries, account, isDurable ? [] : ['--no-sync'])
  renameSync(draft, folder)
}

/**
 * The folder as passed to a PostgreSQL program. Another account may own the folder but be unable to walk to it (a data
 * directory below /root); it is started inside it, and this name needs no walk.
 */
export function folderAsSeenBy(account: Account | null, folder: string): string {
  return account ? '/proc/self/cwd' : folder
}

/** PostgreSQL inherits nothing from the machine: LANG, PGPORT or a foreign library path would change what it does. */
export const postgresVariables = { LC_ALL: 'C', TZ: 'UTC' } as Record<string, string> as NodeJS.ProcessEnv

async function initdb(folder: string, binaries: Binaries, account: Account | null, extra: string[]): Promise<void> {
  const child = spawn(
    binaries.initdb,
    [
      '--pgdata',
      folderAsSeenBy(account, folder),
      `--username=${role}`,
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      // The socket is in a folder that only this user can enter: the file system is the gate.
      '--auth-local=trust',
      '--auth-host=reject',
      ...extra,
    ],
    { cwd: folder, env: postgresVariables, stdio: ['ignore', 'ignore', 'pipe'], ...identity(account) },
  )
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaint += chunk
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  if (code !== 0) throw new Error(`PostgreSQL could not create its database in ${folder}: ${complaint.trim()}`)
}

async function removeDrafts(dataDir: string): Promise<void> {
  const drafts = readdirSync(dataDir).filter((name) => name.startsWith('postgres.new-'))
  for (const name of drafts) await remove(join(dataDir, name))
}

/**
 * The initdb of a killed start may go on writing and removing files for a moment. Node takes a file that disappears
 * under it for the end of its work, or gives up on a folder that has filled again: only looking tells.
 */
async function remove(folder: string): Promise<void> {
  const deadline = performance.now() + 30_000
  for (;;) {
    try {
      rmSync(folder, { recursive: true, force: true })
      if (!existsSync(folder)) return
    } catch (error) {
      if (performance.now() > deadline) throw error
    }
    if (performance.now() > deadline) throw new Error(`${folder} is left over from a start that was killed: remove it.`)
    await delay(20)
  }
}
