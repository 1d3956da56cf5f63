import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { lowerEmail } from '#lib/email.ts'
import { contradictions, settings } from '#lib/env-settings.ts'
import { isMisspelt, nearestSetting } from '#lib/misspelt-setting.ts'
import { embeddedSecrets } from '#lib/secrets.ts'

export type Env = ReturnType<typeof readEnv>

let cached: Env | null = null

/**
 * The settings, read on the first call, never at import: a build needs no secrets. @throws Error naming wrong settings.
 */
export function env(): Env {
  cached ??= readEnv(process.env)
  return cached
}

/** Overrides single settings, for tests. */
export function setEnv(overrides: Partial<Env>): void {
  cached = { ...env(), ...overrides }
}

/** Only the log level: the logger exists before the settings are checked. */
export function logLevel(): string {
  return settings.shape.LOG_LEVEL.safeParse(process.env.LOG_LEVEL || undefined).data ?? 'info'
}

/** Next and React choose their builds by this variable; nothing sets it when they are started by hand. */
export function setMode(mode: 'development' | 'production'): void {
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? mode })
}

/** next-auth gets its own address only from the environment: it is Foyer's. */
export function configureNextAuth(): void {
  process.env.NEXTAUTH_URL = env().appUrl
}

/** What a child process inherits: the machine's variables without Foyer's own; the caller adds to them. */
export function machineVariables(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !(name in settings.shape)),
  ) as NodeJS.ProcessEnv
}

/** What a child process of this installation inherits: everything, with some settings changed. */
export function childVariables(changed: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...changed }
}

/** Whether an npm script started this process, or one of its ancestors. */
export function isUnderNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined
}

/** Parses variables into settings. @throws Error with a line per wrong setting: its name and what is expected. */
export function readEnv(machine: Record<string, string | undefined>) {
  const file = readEnvFile()
  const own = withoutServiceLinks(machine)
  const given = withoutEmpty({ ...file, ...own })
  const parsed = settings.safeParse(given)
  const problems = [
    ...unknownSettings(file, own, given),
    ...blankSettings(given),
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
  ]
  if (!parsed.success) throw settingsError(problems)
  const value = parsed.data
  problems.push(...contradictions(value))
  if (problems.length > 0) throw settingsError(problems)

  const dataDir = resolve(value.DATA_DIR)
  const isEmbedded = value.DATABASE_URL === undefined
  const secrets = isEmbedded && (!value.AUTH_SECRET || !value.ENCRYPTION_KEYS) ? () => embeddedSecrets(dataDir) : null
  return {
    port: value.PORT,
    host: value.HOST ?? null,
    // As browsers write it: in lower case, without the port that its scheme implies.
    appUrl: value.APP_URL ? new URL(value.APP_URL).origin : `http://localhost:${value.PORT}`,
    allowInsecureHttp: value.ALLOW_INSECURE_HTTP,
    trustedProxies: value.TRUSTED_PROXIES,
    dataDir,
    databaseUrl: value.DATABASE_URL ?? null,
    gotoApiUrl: value.GOTO_API_URL,
    gotoAuthUrl: value.GOTO_AUTH_URL,
    gotoJoinUrl: value.GOTO_JOIN_URL,
    gotoClientId: value.GOTO_CLIENT_ID ?? null,
    gotoClientSecret: value.GOTO_CLIENT_SECRET ?? null,
    gotoScopes: value.GOTO_SCOPES ?? null,
    gotoAccountKey: value.GOTO_ACCOUNT_KEY ?? null,
    adminEmails: value.ADMIN_EMAILS.map(lowerEmail),
    gotoPat: value.GOTO_PAT ?? null,
    gotoRequestsPerSecond: value.GOTO_REQUESTS_PER_SECOND,
    oidcIssuer: value.OIDC_ISSUER ?? null,
    oidcClientId: value.OIDC_CLIENT_ID ?? null,
    oidcClientSecret: value.OIDC_CLIENT_SECRET ?? null,
    oidcTrustEmail: value.OIDC_TRUST_EMAIL,
    get authSecret(): string {
      return value.AUTH_SECRET ?? secrets?.().authSecret ?? ''
    },
    get encryptionKeys(): { id: string; key: Buffer }[] {
      return value.ENCRYPTION_KEYS ?? secrets?.().encryptionKeys ?? []
    },
    timeZone: value.TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    directoryUrl: value.DIRECTORY_URL ?? null,
    directoryBindDn: value.DIRECTORY_BIND_DN ?? null,
    directoryBindPassword: value.DIRECTORY_BIND_PASSWORD ?? null,
    directoryBaseDn: value.DIRECTORY_BASE_DN ?? null,
    directoryFilter: value.DIRECTORY_FILTER ?? null,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM ?? null,
    embedOrigins: value.EMBED_ORIGINS.map((address) => new URL(address).origin),
    clockUrl: value.CLOCK_URL ?? null,
    sandboxPort: value.SANDBOX_PORT,
    sandboxStartsAt: value.SANDBOX_STARTS_AT ?? null,
    demoSigninPort: value.DEMO_SIGNIN_PORT ?? value.SANDBOX_PORT + 1,
    buildDir: value.BUILD_DIR,
    logLevel: value.LOG_LEVEL,
  }
}

/**
 * A misspelt setting would be silently ignored. The file is ours, so everything in it must be known; the environment is
 * everybody's, so only names that are all but one of ours are refused there, and not beside the setting itself.
 */
function unknownSettings(
  file: Record<string, string>,
  machine: Record<string, string | undefined>,
  given: Record<string, string>,
): string[] {
  const misspelt = Object.keys(machine).filter(
    (name) => machine[name] && isMisspelt(name) && !given[nearestSetting(name) ?? ''],
  )
  return [...new Set([...Object.keys(file), ...misspelt])]
    .filter((name) => !(name in settings.shape))
    .map((name) => {
      const meant = nearestSetting(name)
      return `${name} is not a Foyer setting; ${meant ? `did you mean ${meant}?` : 'see .env.example'}`
    })
}

/** Empty counts as unset; blanks are a mistake, and would be taken for a folder or a secret. */
function blankSettings(given: Record<string, string>): string[] {
  const blank = Object.keys(given).filter((name) => name in settings.shape && given[name]?.trim() === '')
  return blank.map((name) => `${name} is blank: set it, or leave it out`)
}

/** Kubernetes puts `tcp://10.0.0.7:4010` into the `*_PORT` of every service it runs, whatever that is called. */
function withoutServiceLinks(machine: Record<string, string | undefined>): Record<string, string | undefined> {
  const isLink = ([name, value = '']: [string, string | undefined]) =>
    name.endsWith('_PORT') && /^(tcp|udp|sctp):\/\//.test(value)
  return Object.fromEntries(Object.entries(machine).filter((entry) => !isLink(entry)))
}

function readEnvFile(): Record<string, string> {
  if (!existsSync('.env')) return {}
  return parseEnv(readFileSync('.env', 'utf8')) as Record<string, string>
}

function withoutEmpty(variables: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter((entry): entry is [string, string] => Boolean(entry[1])))
}

function settingsError(problems: string[]): Error {
  return new Error(`Foyer cannot start with these settings:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
}
