import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { makeDataDir } from '#lib/make-data-dir.ts'
import { addressPath, type EmbeddedAddress } from './address.ts'
import { clusterFolder, ensureCluster, role } from './cluster.ts'
import { takeOwnership } from './owner-lock.ts'
import { postgresAccount } from './postgres-account.ts'
import { findBinaries } from './postgres-binaries.ts'
import { findPostmaster, isRunning, type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts'

export type Embedded = {
  url: string
  pid: number
  /** True when a killed owner's server was found running and taken over. */
  isAdopted: boolean
  /** Restarts the server at the same address if it has died; true when that was needed. */
  revive(): Promise<boolean>
  /** Stops the server and frees the data directory. Call it last. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  dataDir: string
  /** Who owns it, in people's words: "demo", "dev" or "start". */
  owner: string
  /** Reports something unusual, a line at a time. */
  say?: (line: string) => void
  /** Only tests may give up durability for speed. */
  isDurable?: boolean
}

/**
 * Starts the PostgreSQL of a data directory, or adopts the one a killed owner left running, and puts its address in
 * `postgres.json` for worker, backup and migration.
 * @throws Error with a sentence when somebody else owns the data or PostgreSQL does not start.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir)
  const say = options.say ?? (() => undefined)
  makeDataDir(dataDir)
  const lock = takeOwnership(dataDir, options.owner)
  try {
    const adopted = await adopt(dataDir)
    if (adopted) say(`Took over the PostgreSQL that a killed owner left running in ${dataDir}.`)
    const startAnew = () => start(dataDir, say, options.isDurable ?? true)
    let postmaster = adopted ?? (await startAnew())
    await ensureDatabase(postmaster)
    const publish = () =>
      writeAddress(dataDir, { url: urlOf(postmaster, role), pid: postmaster.pid, owner: options.owner })
    publish()
    let isStopping = false
    let reviving: Promise<void> = Promise.resolve()
    return {
      url: urlOf(postmaster, role),
      pid: postmaster.pid,
      isAdopted: adopted !== null,
      revive() {
        if (isStopping || isRunning(postmaster)) return Promise.resolve(false)
        reviving = startAnew().then((revived) => {
          postmaster = revived
          publish()
        })
        return reviving.then(() => true)
      },
      async stop() {
        isStopping = true
        // Otherwise a start in progress would outlive its owner.
        await reviving.catch(() => undefined)
        rmSync(addressPath(dataDir), { force: true })
        await stopPostmaster(postmaster)
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** An orphan may be starting up or shutting down: it is adopted when it answers and waited for when it goes. */
async function adopt(dataDir: string): Promise<Postmaster | null> {
  const found = findPostmaster(dataDir)
  if (!found) return null
  return (await answers(found, 30_000)) ? found : null
}

async function start(dataDir: string, say: (line: string) => void, isDurable: boolean): Promise<Postmaster> {
  const account = postgresAccount()
  const binaries = findBinaries(account, say)
  await ensureCluster(dataDir, binaries, account, isDurable)
  const settings = isDurable ? tuning : { ...tuning, fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  // Children of a server killed just now may still hold its memory; they notice within a second or two.
  for (let attempt = 1; ; attempt += 1) {
    const postmaster = startPostmaster(dataDir, binaries, account, settings)
    if (await answers(postmaster, 60_000)) return postmaster
    if (attempt === 4) throw new Error(`PostgreSQL did not start on ${clusterFolder(dataDir)}: ${lastWords(dataDir)}`)
    await delay(500 * attempt)
  }
}

/** For a small machine with an SSD; fully durable. */
const tuning = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  maintenance_work_mem: '64MB',
  work_mem: '8MB',
  max_wal_size: '1GB',
  checkpoint_completion_target: '0.9',
  wal_compression: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  max_parallel_workers_per_gather: '1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_min_duration_statement: '2000',
  // What people search for is nobody else's business, including operators.
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}

/** True when the server accepts connections; false when it exits first. */
async function answers(postmaster: Postmaster, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs
  while (isRunning(postmaster)) {
    if (
      await query(postmaster, 'SELECT 1').then(
        () => true,
        () => false,
      )
    )
      return true
    if (performance.now() > deadline)
      throw new Error(`PostgreSQL (process ${postmaster.pid}) is running but not answering.`)
    await delay(25)
  }
  return false
}

async function ensureDatabase(postmaster: Postmaster): Promise<void> {
  const { rowCount } = await query(postmaster, `SELECT 1 FROM pg_database WHERE datname = '${role}'`)
  if (rowCount === 0) await query(postmaster, `CREATE DATABASE ${role}`)
}

async function query(postmaster: Postmaster, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: urlOf(postmaster, 'postgres'), connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

function urlOf(postmaster: Postmaster, database: string): string {
  return `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(postmaster.socketFolder)}`
}

/** Appears complete or not at all: others may read it at any moment. */
function writeAddress(dataDir: string, address: EmbeddedAddress): void {
  const draft = `${addressPath(dataDir)}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(address)}\n`, { mode: 0o600 })
  chmodSync(draft, 0o600)
  renameSync(draft, addressPath(dataDir))
}

function lastWords(dataDir: string): string {
  const log = readFileSync(join(dataDir, 'logs', 'postgres.log'), 'utf8')
  return log.trim().split('\n').slice(-3).join(' / ') || 'it said nothing'
}
