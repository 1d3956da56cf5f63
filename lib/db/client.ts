import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { log } from '#lib/log.ts'
import { databaseUrl } from './address.ts'
import { foldedColumns } from './folded-columns.ts'
import { PrismaClient } from './generated/client.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { watchedSocket } from './watched-socket.ts'

export type Db = PrismaClient<never, typeof foldedColumns>
export type Tx = Omit<Db, '$connect' | '$disconnect' | '$extends' | '$on' | '$transaction'>

type Connections = { pool: pg.Pool; client: Db }

/** Next bundles this module once more for the pages: both copies must share one pool. */
const shared = globalThis as typeof globalThis & { [key: symbol]: Connections | null | undefined }
const key = Symbol.for('foyer.db')

/** The database. Connects on the first query, never at import. */
export function db(): Db {
  return connections().client
}

/** The same connections for plain SQL. `bigint` arrives as a string of digits, `timestamptz` as a Date. */
export function pool(): pg.Pool {
  return connections().pool
}

/**
 * Runs `fn` in one transaction. Never call GoTo or anything else over HTTP from inside.
 * Runs whatever `beforeCommit` and `afterTransaction` asked for.
 */
export async function inTransaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
  const followUps: FollowUps = { before: new Map(), after: new Set() }
  try {
    return await db().$transaction(
      async (tx) => {
        open.set(tx, followUps)
        const result = await fn(tx)
        for (const last of followUps.before.values()) await last()
        return result
      },
      { maxWait: 5_000, timeout: 15_000 },
    )
  } finally {
    // After a failure too: a commit's answer may be lost when the commit is not.
    for (const follow of followUps.after) follow()
  }
}

type FollowUps = { before: Map<string, () => Promise<void>>; after: Set<() => void> }
const open = new WeakMap<Tx, FollowUps>()

/** Runs `last` among the last statements of this transaction, once per `key`; the last one given wins. */
export function beforeCommit(tx: Tx, key: string, last: () => Promise<void>): void {
  followUpsOf(tx).before.set(key, last)
}

/** Runs `follow` once this transaction is over, however it ended. Each function once. */
export function afterTransaction(tx: Tx, follow: () => void): void {
  followUpsOf(tx).after.add(follow)
}

function followUpsOf(tx: Tx): FollowUps {
  const followUps = open.get(tx)
  if (!followUps) throw new Error('This must happen inside inTransaction().')
  return followUps
}

/** Ends every connection; the next `db()` reconnects. */
export async function closeDb(): Promise<void> {
  const open = shared[key]
  shared[key] = null
  await open?.client.$disconnect()
  await open?.pool.end()
}

function connections(): Connections {
  shared[key] ??= connect(databaseUrl())
  return shared[key]
}

function connect(connectionString: string): Connections {
  const opened = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 20_000,
    keepAlive: true,
    // Longer than any statement may take, and than a connection lies idle.
    stream: () => watchedSocket(25_000),
    // Nothing a page or job asks takes long; if it does, it must not hold a connection others are waiting for.
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'foyer',
    // Whatever zone the server, the database or the address sets: no text that SQL makes of a time depends on it.
    onConnect: (client) => client.query("SET TIME ZONE 'UTC'"),
  })
  // Without a listener, an idle connection being cut would end the process.
  opened.on('error', (error) => log.warn({ err: error }, 'database connection lost'))
  return { pool: opened, client: new PrismaClient({ adapter: oneAtATime(new PrismaPg(opened)), omit: foldedColumns }) }
}
