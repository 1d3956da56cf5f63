import { env } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { parseDatabaseAddress } from '#lib/setting-addresses.ts'

/** Whatever keeps us from connecting, as a sentence for operators that says what to check. It never names the password. */
export function unreachable(url: string, cause: unknown): AppError {
  const { code = '', message } = cause as Error & { code?: string }
  const reason = message || code
  const sentence = env().databaseUrl
    ? `Foyer cannot reach the database: ${reason}. ${whatToCheck(parseDatabaseAddress(url), code)}`
    : `Foyer cannot reach its own PostgreSQL: ${reason}. What it says is in logs/postgres.log in DATA_DIR.`
  return new AppError('upstream_unavailable', sentence, { cause })
}

function whatToCheck(address: URL | null, code: string): string {
  if (!address) return 'Check DATABASE_URL.'
  const { hostname, port, pathname, username, searchParams } = address
  const server = searchParams.get('host') ?? `${hostname}:${port || 5432}`
  switch (code) {
    case '28P01':
    case '28000':
      return `Check the user ("${username}") and the password in DATABASE_URL, and whether ${server} lets this machine in.`
    case '3D000':
      return `Create the database, or correct its name ("${pathname.slice(1)}") in DATABASE_URL.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `Check the host in DATABASE_URL ("${hostname}").`
    case 'ECONNREFUSED':
      return `Check host and port in DATABASE_URL (${server}), and that PostgreSQL runs there.`
    default:
      return `Check DATABASE_URL (${server}): host and port, the firewall in between, user and password, and that the database exists.`
  }
}
