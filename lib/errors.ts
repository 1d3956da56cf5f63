/** The closed list of ways anything here can fail, and what each reader of an error does with it. */
export const errorTable = {
  invalid: { status: 422, level: 'info', job: 'fail', title: 'Check your input' },
  unauthenticated: { status: 401, level: 'info', job: 'fail', title: 'Sign in first' },
  not_connected: { status: 409, level: 'info', job: 'pause', title: 'GoTo is not connected' },
  forbidden: { status: 403, level: 'warn', job: 'fail', title: 'Not allowed' },
  not_found: { status: 404, level: 'info', job: 'fail', title: 'Not found' },
  conflict: { status: 409, level: 'info', job: 'fail', title: 'Something has changed' },
  rate_limited: { status: 429, level: 'warn', job: 'retry', title: 'Too many requests' },
  upstream_unavailable: { status: 503, level: 'warn', job: 'retry', title: 'GoTo is not answering' },
  upstream_rejected: { status: 502, level: 'error', job: 'fail', title: 'GoTo’s answer cannot be used' },
  internal: { status: 500, level: 'error', job: 'retry', title: 'Something went wrong in Foyer' },
} as const satisfies Record<string, ErrorFacts>

export type ErrorCode = keyof typeof errorTable

type ErrorFacts = {
  status: number
  level: 'info' | 'warn' | 'error'
  job: 'fail' | 'pause' | 'retry'
  title: string
}

export type ErrorOptions = {
  /** The private truth: logged, never sent. */
  cause?: unknown
  /** What is wrong with each input, by its path in the form. */
  fields?: Record<string, string>
  retryAfterSeconds?: number
  /** Nobody knows whether the request took effect: look for it before asking again. */
  isUncertain?: boolean
}

/** `message` is the public sentence; `cause` is the truth that only the log may see. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: Record<string, string> | undefined
  readonly retryAfterSeconds: number | undefined
  readonly isUncertain: boolean

  constructor(code: ErrorCode, publicSentence: string, options: ErrorOptions = {}) {
    super(publicSentence, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.fields = options.fields
    this.retryAfterSeconds = options.retryAfterSeconds
    this.isUncertain = options.isUncertain ?? false
  }
}

/** The sentence of a `not_found` that must not reveal whether something is absent or hidden from this person. */
export const nothingHere = 'There is nothing at this address.'

/** Anything thrown, as an AppError; an unknown error reveals nothing about itself to the public. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  if (isDatabaseDown(thrown)) {
    return new AppError(
      'upstream_unavailable',
      'Foyer cannot reach its database. Nothing is lost; try again in a moment.',
      {
        cause: thrown,
        retryAfterSeconds: 5,
      },
    )
  }
  return new AppError(
    'internal',
    'Something went wrong in Foyer. Try again; if it keeps happening, give an administrator the request ID.',
    {
      cause: thrown,
    },
  )
}

const connectionFailures = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
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
  // Prisma: cannot reach, timed out, server closed the connection, pool timeout.
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
])

/** What node-postgres says in words alone, and Prisma around a code of PostgreSQL's or of its own for many things. */
const connectionWords =
  /Connection terminated|timeout exceeded when trying to connect|Unable to start a transaction in the given time|Code: `(57P0[123]|53300|08\d{3})`/

/** Of Prisma's adapter, where its own code only says that raw SQL failed (P2010). */
const connectionKinds = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']

function isDatabaseDown(thrown: unknown): boolean {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth += 1) {
    const { code, syscall } = error as Error & { code?: unknown; syscall?: unknown }
    // A missing file does not mean a missing database: only a failed connect does.
    if (code === 'ENOENT' && syscall !== 'connect') continue
    // Node says this of a browser that went away in the middle of its request.
    if (code === 'ECONNRESET' && error.message === 'aborted') continue
    if (typeof code === 'string' && connectionFailures.has(code)) return true
    if (connectionWords.test(error.message) || connectionKinds.includes(adapterKind(error))) return true
  }
  return false
}

function adapterKind(error: Error & { meta?: { driverAdapterError?: { cause?: { kind?: string } } } }): string {
  return error.meta?.driverAdapterError?.cause?.kind ?? ''
}
