/** `away`: it cannot be reached or lets nobody in. `full`: it can be read, but has no space to write. */
export type DatabaseTrouble = 'away' | 'full'

/** Why the database serves nobody now, from whatever node-postgres or Prisma threw; null: it is something else. */
export function databaseTrouble(thrown: unknown): DatabaseTrouble | null {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth += 1) {
    const { code, syscall } = error as Error & { code?: unknown; syscall?: unknown }
    // A missing file does not mean a missing database: only a failed connect does.
    if (code === 'ENOENT' && syscall !== 'connect') continue
    // Node says this of a browser that went away in the middle of its request.
    if (code === 'ECONNRESET' && error.message === 'aborted') continue
    if (isFull(error, code)) return 'full'
    if (typeof code === 'string' && connectionFailures.has(code)) return 'away'
    if (connectionWords.test(error.message) || connectionKinds.includes(driverError(error).kind ?? '')) return 'away'
  }
  return null
}

const connectionFailures = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  // PostgreSQL: admin shutdown, crash shutdown, cannot connect now, too many connections, connection failures.
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08001',
  '08003',
  '08006',
  // A password or an address that somebody is changing: not allowed, wrong password, no such database.
  '28000',
  '28P01',
  '3D000',
  // Prisma: password, cannot reach, timed out, no such database, access denied, TLS, server closed the connection, pool.
  'P1000',
  'P1001',
  'P1002',
  'P1003',
  'P1008',
  'P1010',
  'P1011',
  'P1017',
  'P2024',
])

/** What node-postgres says in words alone, and Prisma around a code of PostgreSQL's or of its own for many things. */
const connectionWords =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Unable to start a transaction in the given time|Code: `(57P0[123]|53300|08\d{3}|28P01|28000|3D000)`/

/** Of Prisma's adapter, where its own code only says that raw SQL failed (P2010). */
const connectionKinds = [
  'AuthenticationFailed',
  'ConnectionClosed',
  'DatabaseAccessDenied',
  'DatabaseDoesNotExist',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TlsConnectionError',
  'TooManyConnections',
]

const diskFull = '53100'

function isFull(error: Error, code: unknown): boolean {
  return code === diskFull || driverError(error).code === diskFull || error.message.includes(`Code: \`${diskFull}\``)
}

type DriverError = { kind?: string; code?: string }

/** What Prisma's adapter knows about it. */
function driverError(error: Error & { meta?: { driverAdapterError?: { cause?: DriverError } } }): DriverError {
  return error.meta?.driverAdapterError?.cause ?? {}
}
