import { z } from 'zod'
import { normalizeEmail } from '#lib/email.ts'
import {
  hasNoUser,
  isAddressRange,
  isHost,
  isJoinAddress,
  isOrigin,
  isServerAddress,
  isWebAddress,
  parseDatabaseAddress,
} from '#lib/setting-addresses.ts'
import { isZone } from '#lib/time/zone.ts'

const url = (example: string) =>
  z
    .string()
    .refine((text) => isWebAddress(text), `must be a web address like ${example}`)
    .refine(hasNoUser, 'must have no user name and no password')
    .transform((text) => text.replace(/\/+$/, ''))
/** In whichever case: Helm writes True, and programs beside ours INFO. */
const oneOf = <const T extends string>(words: T[], expected: string) =>
  z.string().toLowerCase().pipe(z.enum(words, expected))
const flag = oneOf(['0', '1', 'true', 'false'], 'must be 1 or 0').transform((text) => text === '1' || text === 'true')
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number like 3000')
  .transform(Number)
  .refine((value) => value > 0 && value < 65_536, 'must be a port number from 1 to 65535')
const text = z.string()
const word = text.regex(/^\S+$/, 'must not contain spaces')
const list = (isRight: (item: string) => boolean, expected: string) =>
  z.string().transform((value, problems) => {
    const items = value
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean)
    const wrong = items.find((item) => !isRight(item))
    if (wrong === undefined) return items
    problems.addIssue(`must be ${expected}, several separated by commas; “${wrong}” isn’t`)
    return z.NEVER
  })
const keys = z.string().transform((value, problems) => {
  const ring = value.split(',').map((entry) => {
    // 43 letters are 32 bytes; Buffer reads over those that are none of base64.
    const [, id = '', key = ''] = /^([\w-]+):([\w+/-]{43}=?)$/.exec(entry.trim()) ?? []
    return { id, key: Buffer.from(key, 'base64') }
  })
  const isRight = ring.every(({ key }) => key.length === 32)
  if (isRight && new Set(ring.map(({ id }) => id)).size === ring.length) return ring
  problems.addIssue(
    isRight
      ? 'uses an id twice: which key decrypts must be certain'
      : 'must be id:base64 of 32 bytes, several separated by commas; make one with: openssl rand -base64 32',
  )
  return z.NEVER
})
const instant = z.iso
  .datetime({ offset: true, error: 'must be an instant like 2026-10-25T00:20:00Z' })
  .transform((text) => new Date(text))
const zone = z.string().refine(isZone, 'must be a time zone like Europe/Berlin')

function isEmail(text: string): boolean {
  return normalizeEmail(text) !== null
}

/** Also `Foyer <foyer@example.com>`. */
function isSender(text: string): boolean {
  return isEmail(/^[^<>]*<([^<>]+)>$/.exec(text)?.[1] ?? text)
}

/** One entry per setting of `.env.example`; empty counts as unset. */
export const settings = z.object({
  PORT: port.default(3000),
  HOST: text.refine(isHost, 'must be an address or a host name like 127.0.0.1').optional(),
  APP_URL: url('https://meet.example.com').optional(),
  ALLOW_INSECURE_HTTP: flag.default(false),
  TRUSTED_PROXIES: list(isAddressRange, 'IP addresses or ranges like 10.0.0.0/8').default([]),
  DATA_DIR: text.default('.data'),
  DATABASE_URL: text
    .refine(
      (text) => parseDatabaseAddress(text) !== null,
      'must be an address like postgresql://user:password@host:5432/foyer, with # / ? @ and % in the password as %23 %2F %3F %40 and %25',
    )
    .optional(),
  GOTO_API_URL: url('https://api.getgo.com').default('https://api.getgo.com'),
  GOTO_AUTH_URL: url('https://authentication.logmeininc.com').default('https://authentication.logmeininc.com'),
  GOTO_JOIN_URL: text
    .refine(isJoinAddress, 'must be a web address with {id} in it, like https://meet.goto.com/{id}')
    .default('https://meet.goto.com/{id}'),
  GOTO_CLIENT_ID: word.optional(),
  GOTO_CLIENT_SECRET: word.optional(),
  // RFC 6749 3.3.
  GOTO_SCOPES: text
    .regex(/^[\x21\x23-\x5B\x5D-\x7E]+( [\x21\x23-\x5B\x5D-\x7E]+)*$/, 'must be scopes separated by single spaces')
    .optional(),
  GOTO_ACCOUNT_KEY: text.regex(/^\d+$/, 'must be the digits of a GoTo account key').optional(),
  ADMIN_EMAILS: list(isEmail, 'e-mail addresses').default([]),
  GOTO_PAT: word.optional(),
  GOTO_REQUESTS_PER_SECOND: text
    .regex(/^[1-9]\d{0,3}$/, 'must be a whole number like 10, at most 9999')
    .transform(Number)
    .default(10),
  OIDC_ISSUER: url('https://login.example.com').optional(),
  OIDC_CLIENT_ID: word.optional(),
  OIDC_CLIENT_SECRET: word.optional(),
  OIDC_TRUST_EMAIL: flag.default(false),
  AUTH_SECRET: text.min(32, 'must be at least 32 characters; make one with: openssl rand -base64 32').optional(),
  ENCRYPTION_KEYS: keys.optional(),
  TIME_ZONE: zone.optional(),
  DIRECTORY_URL: text
    .refine(
      (text) => isServerAddress(text, /^ldaps?:$/) || /^file:.+\.(csv|ldif)$/i.test(text),
      'must be like ldaps://ldap.example.com or file:people.csv',
    )
    .optional(),
  DIRECTORY_BIND_DN: text.optional(),
  DIRECTORY_BIND_PASSWORD: text.optional(),
  DIRECTORY_BASE_DN: text.optional(),
  DIRECTORY_FILTER: text.optional(),
  SMTP_URL: text
    .refine((text) => isServerAddress(text, /^smtps?:$/), 'must be an address like smtp://mail.example.com:587')
    .optional(),
  MAIL_FROM: text.refine(isSender, 'must be a sender like Foyer <foyer@example.com>').optional(),
  EMBED_ORIGINS: list(isOrigin, 'origins like https://intranet.example.com').default([]),
  CLOCK_URL: url('http://127.0.0.1:4010/__sandbox/clock').optional(),
  SANDBOX_PORT: port.default(4010),
  SANDBOX_STARTS_AT: instant.optional(),
  DEMO_SIGNIN_PORT: port.optional(),
  BUILD_DIR: text.default('.next'),
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent').default(
    'info',
  ),
})

export const settingNames = Object.keys(settings.shape)

type Settings = z.infer<typeof settings>

/** Settings that mean nothing without another. */
const companions = [
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID'],
  ['OIDC_CLIENT_ID', 'OIDC_ISSUER'],
  ['OIDC_CLIENT_SECRET', 'OIDC_CLIENT_ID'],
  ['OIDC_TRUST_EMAIL', 'OIDC_ISSUER'],
  ['GOTO_CLIENT_ID', 'GOTO_CLIENT_SECRET'],
  ['GOTO_CLIENT_SECRET', 'GOTO_CLIENT_ID'],
  ['DIRECTORY_BIND_DN', 'DIRECTORY_URL'],
  ['DIRECTORY_BIND_PASSWORD', 'DIRECTORY_BIND_DN'],
  ['DIRECTORY_BASE_DN', 'DIRECTORY_URL'],
  ['DIRECTORY_FILTER', 'DIRECTORY_URL'],
  ['MAIL_FROM', 'SMTP_URL'],
] as const

/** Settings that are each valid but cannot work together. */
export function contradictions(value: Settings): string[] {
  const problems: string[] = []
  const app = value.APP_URL ? new URL(value.APP_URL) : null
  if (app?.protocol === 'http:' && !isLocal(app.hostname) && !value.ALLOW_INSECURE_HTTP) {
    problems.push(
      'APP_URL is http: browsers would drop the sign-in cookie. Use https, or set ALLOW_INSECURE_HTTP=1 on a network you trust',
    )
  }
  if (app && app.pathname !== '/') problems.push('APP_URL must have no path, like https://meet.example.com')
  if (value.DATABASE_URL && !value.AUTH_SECRET)
    problems.push('AUTH_SECRET is needed with DATABASE_URL; make one with: openssl rand -base64 32')
  if (value.DATABASE_URL && !value.ENCRYPTION_KEYS)
    problems.push('ENCRYPTION_KEYS is needed with DATABASE_URL, like k1:$(openssl rand -base64 32)')
  if (value.SANDBOX_PORT === 65_535 && !value.DEMO_SIGNIN_PORT)
    problems.push('DEMO_SIGNIN_PORT is needed with SANDBOX_PORT=65535: there is no next one')
  for (const [name, needed] of companions)
    if (value[name] && !value[needed]) problems.push(`${needed} is needed with ${name}`)
  return problems
}

function isLocal(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost')
}
