import { readFileSync } from 'node:fs'

/** The user PostgreSQL runs as when Foyer runs as root, which PostgreSQL itself refuses to do. */
export type Account = { name: string; uid: number; gid: number }

/** `null` for an ordinary user: PostgreSQL then runs as that user. */
export function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  if (process.platform !== 'linux') {
    throw new Error(
      'The embedded PostgreSQL cannot be started by root on this system: use an ordinary user, or set DATABASE_URL.',
    )
  }
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n').map(parseAccount)
  const account = ['postgres', 'nobody'].flatMap((name) => accounts.find((entry) => entry?.name === name) ?? [])[0]
  if (account) return account
  throw new Error(
    'PostgreSQL refuses to run as root and this machine has neither a user "postgres" nor "nobody": create one, or set DATABASE_URL.',
  )
}

function parseAccount(line: string): Account | null {
  const [name, , uid, gid] = line.split(':')
  return name && uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null
}
