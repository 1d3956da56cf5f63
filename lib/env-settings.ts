import { z } from 'zod'
import { isZone } from '#lib/time/zone.ts'

const url = (example: string) =>
  z
    .string()
    .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''), `must be a web address like ${example}`)
    .transform((text) => text.replace(/\/+$/, ''))
const flag = z.enum(['0', '1', 'true', 'false'], 'must be 1 or 0').transform((text) => text === '1' || text === 'true')
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number like 3000')
  .transform(Number)
  .refine((value) => value < 65_536, 'must be a port number below 65536')
const text = z.string()
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
)
const keys = z.string().transform((value, problems) => {
  const ring = value.split(',').map((entry) => {
    const [id = '', key = ''] = entry.trim().split(':')
    return { id, key: Buffer.from(key, 'base64') }
  })
  if (ring.every(({ id, key }) => /^[\w-]+$/.test(id) && key.length === 32)) return ring
  problems.addIssue(
    'must be id:base64 of 32 bytes, several separated by commas; make one with: openssl rand -base64 32',
  )
  return z.NEVER
})
const instant = z.iso
  .datetime({ offset: true, error: 'must be an instant like 2026-10-25T00:20:00Z' })
  .transform((text) => new Date(text))
const zone = z.string().refine(isZone, 'must be a time zone like Europe/Berlin')

/** One entry per setting of `.env.example`; empty counts as unset. */
export const settings = z.object({
  PORT: port.default(3000),
  HOST: text.optional(),
  APP_URL: url('https://meet.example.com').optional(),
  ALLOW_INSECURE_HTTP: flag.default(false),
  TRUSTED_PROXIES: list.default([]),
  DATA_DIR: text.default('.data'),
  DATABASE_URL: text
    .regex(/^postgres(ql)?:\/\//, 'must be an address like postgresql://user:password@host:5432/foyer')
    .optional(),
  GOTO_API_URL: url('https://api.getgo.com').default('https://api.getgo.com'),
  GOTO_AUTH_URL: url('https://authentication.logmeininc.com').default('https://authentication.logmeininc.com'),
  GOTO_JOIN_URL: text
    .includes('{id}', 'must contain {id}, like https://meet.goto.com/{id}')
    .default('https://meet.goto.com/{id}'),
  GOTO_CLIENT_ID: text.optional(),
  GOTO_CLIENT_SECRET: text.optional(),
  GOTO_SCOPES: text.optional(),
  GOTO_ACCOUNT_KEY: text.regex(/^\d+$/, 'must be the digits of a GoTo account key').optional(),
  ADMIN_EMAILS: list.default([]),
  GOTO_PAT: text.optional(),
  GOTO_REQUESTS_PER_SECOND: text
    .regex(/^[1-9]\d*$/, 'must be a whole number like 10')
    .transform(Number)
    .default(10),
  OIDC_ISSUER: url('https://login.example.com').optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_TRUST_EMAIL: flag.default(false),
  AUTH_SECRET: text.min(32, 'must be at least 32 characters; make one with: openssl rand -base64 32').optional(),
  ENCRYPTION_KEYS: keys.optional(),
  TIME_ZONE: zone.optional(),
  DIRECTORY_URL: text.optional(),
  DIRECTORY_BIND_DN: text.optional(),
  DIRECTORY_BIND_PASSWORD: text.optional(),
  DIRECTORY_BASE_DN: text.optional(),
  DIRECTORY_FILTER: text.optional(),
  SMTP_URL: text.optional(),
  MAIL_FROM: text.optional(),
  EMBED_ORIGINS: list.default([]),
  CLOCK_URL: url('http://127.0.0.1:4010/__sandbox/clock').optional(),
  SANDBOX_PORT: port.default(4010),
  SANDBOX_STARTS_AT: instant.optional(),
  DEMO_SIGNIN_PORT: port.optional(),
  BUILD_DIR: text.default('.next'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
})

export const settingNames = Object.keys(settings.shape)

type Settings = z.infer<typeof settings>

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
  if (value.OIDC_ISSUER && !value.OIDC_CLIENT_ID) problems.push('OIDC_CLIENT_ID is needed with OIDC_ISSUER')
  if (value.GOTO_CLIENT_ID && !value.GOTO_CLIENT_SECRET)
    problems.push('GOTO_CLIENT_SECRET is needed with GOTO_CLIENT_ID')
  return problems
}

function isLocal(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost')
}
