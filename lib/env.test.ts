import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '#lib/testing/temporary-folder.ts'
import { readEnv } from './env.ts'
import { settingNames } from './env-settings.ts'

const key = Buffer.alloc(32, 7).toString('base64')

/** What containers and CI have beside our own: in lower or mixed case, or too common a word. */
const ofScripts =
  'timezone time_zone loglevel log_level LogLevel Log_Level LOG_LEVELS mailfrom mail_from builddir build_dir BuildDir datadir appurl AppUrl database_uri'.split(
    ' ',
  )

describe('settings', () => {
  test('without any, Foyer runs on embedded defaults', () => {
    const env = readEnv({})
    expect(env).toMatchObject({
      port: 3000,
      appUrl: 'http://localhost:3000',
      databaseUrl: null,
      gotoRequestsPerSecond: 10,
    })
  })

  test('every wrong one is named with what is expected, all at once', () => {
    expect(() => readEnv({ PORT: 'web', TIME_ZONE: 'Mars/Olympus', ENCRYPTION_KEYS: 'k1:short' })).toThrow(
      /PORT must be a port number[\s\S]*ENCRYPTION_KEYS must be id:base64[\s\S]*TIME_ZONE must be a time zone/,
    )
  })

  test('a misspelt one is not silently ignored', () => {
    expect(() => readEnv({ GOTO_CLIENTID: 'x' })).toThrow('GOTO_CLIENTID is not a Foyer setting')
  })

  test('a name that is all but one of ours is refused with what was meant; of other programs nothing is', () => {
    for (const [name, meant] of [
      ['GOTO_CLIENTID', 'GOTO_CLIENT_ID'],
      ['ADMIN_EMAIL', 'ADMIN_EMAILS'],
      ['ENCRYPTION_KEY', 'ENCRYPTION_KEYS'],
      ['OIDC_ISUER', 'OIDC_ISSUER'],
      ['ODIC_ISSUER', 'OIDC_ISSUER'],
      ['OIDC_CLIENT_SECERT', 'OIDC_CLIENT_SECRET'],
      ['AUTH_SECERT', 'AUTH_SECRET'],
      ['ENCYRPTION_KEYS', 'ENCRYPTION_KEYS'],
      ['APP_ULR', 'APP_URL'],
      ['TRUSTED_PROXY', 'TRUSTED_PROXIES'],
      ['APPURL', 'APP_URL'],
      ['app_url', 'APP_URL'],
      ['DATADIR', 'DATA_DIR'],
    ] as const)
      expect(() => readEnv({ [name]: 'x' })).toThrow(`${name} is not a Foyer setting; did you mean ${meant}?`)
    // What Kubernetes sets for services called foyer, goto, smtp, sandbox and demo-signin, and what every shell has.
    const others = {
      FOYER_PORT: 'tcp://10.0.0.7:3000',
      FOYER_SERVICE_HOST: '10.0.0.7',
      GOTO_SERVICE_PORT: '80',
      SMTP_PORT_25_TCP_ADDR: '10.0.0.8',
      SANDBOX_PORT: 'tcp://10.0.0.9:4010',
      DEMO_SIGNIN_PORT: 'tcp://10.0.0.9:4011',
      DIRECTORY_PORT: 'tcp://10.0.0.10:389',
      HOME: '/root',
      HOSTNAME: 'foyer-0',
      PATH: '/usr/bin',
      POSTGRES_URL: 'postgresql://db',
      // Of Jenkins and of other programs.
      BUILD_ID: 'dontKillMe',
      DATABASE_USER: 'foyer',
      DATABASE_PORT: '5432',
      DATABASE_URL_RO: 'postgresql://db',
      OAUTH_SECRET: 'x',
      CLOUD_URL: 'https://cloud.example.com',
      DATA_DISK: '/dev/sda',
      TIMEZONE: 'Europe/Berlin',
      LOGLEVEL: 'info',
      MAILFROM: 'cron',
      BUILDDIR: '/build',
      port: '80',
      host: 'foyer-0',
      ...Object.fromEntries(ofScripts.map((name) => [name, 'x'])),
      DATABASE_URL2: 'postgresql://db',
      APP_URLS: '',
    }
    expect(readEnv(others)).toMatchObject({ sandboxPort: 4010, demoSigninPort: 4011, host: null })
  })

  test('beside the setting itself, a name like it is another program’s', () => {
    expect(readEnv({ ADMIN_EMAIL: 'x', ADMIN_EMAILS: 'ada@example.com' }).adminEmails).toEqual(['ada@example.com'])
    expect(() => readEnv({ ADMIN_EMAIL: 'x', ADMIN_EMAILS: '' })).toThrow('did you mean ADMIN_EMAILS?')
  })

  test.each([
    ['PORT', '0', 'must be a port number from 1 to 65535'],
    ['PORT', '70000', 'must be a port number from 1 to 65535'],
    ['HOST', 'not a host', 'must be an address or a host name'],
    ['HOST', 'http://127.0.0.1', 'must be an address or a host name'],
    ['HOST', '256.1.1.1', 'must be an address or a host name'],
    ['HOST', '127.0.0', 'must be an address or a host name'],
    ['APP_URL', 'https://a..b', 'must be a web address'],
    ['APP_URL', 'https://*.example.com', 'must be a web address'],
    ['APP_URL', 'https:meet.example.com', 'must be a web address'],
    ['APP_URL', ' https://meet.example.com', 'must be a web address'],
    ['GOTO_API_URL', 'https://ann:secret@api.getgo.com', 'must have no user name and no password'],
    ['OIDC_ISSUER', 'https://ann@login.example.com', 'must have no user name and no password'],
    ['CLOCK_URL', 'http://-a-/clock', 'must be a web address'],
    ['DATA_DIR', '  ', 'is blank'],
    ['AUTH_SECRET', ' '.repeat(32), 'is blank'],
    ['BUILD_DIR', '\t', 'is blank'],
    ['APP_URL', 'https://meet.example.com/?x=1', 'must be a web address'],
    ['APP_URL', 'https://meet.example.com/foyer', 'must have no path'],
    ['APP_URL', 'https://ann:secret@meet.example.com', 'must have no user name'],
    ['TRUSTED_PROXIES', '10.0.0.0/99', 'must be IP addresses or ranges like 10.0.0.0/8'],
    ['TRUSTED_PROXIES', '10.0.0.1,proxy.example.com', '“proxy.example.com” isn’t'],
    ['TRUSTED_PROXIES', '::1/129', '“::1/129” isn’t'],
    ['TRUSTED_PROXIES', '10.0.0.0/', '“10.0.0.0/” isn’t'],
    ['DATABASE_URL', 'mysql://db/foyer', 'must be an address like postgresql://'],
    ['DATABASE_URL', 'postgresql:foyer', 'must be an address like postgresql://'],
    ['DATABASE_URL', 'postgresql://foyer:pa#ss@db:5432/foyer', 'in the password as %23'],
    ['DATABASE_URL', 'postgres://u:p@/d', 'must be an address like postgresql://'],
    ['DATABASE_URL', 'postgres://', 'must be an address like postgresql://'],
    ['DATABASE_URL', 'postgresql:///foyer', 'must be an address like postgresql://'],
    ['DATABASE_URL', 'postgresql://foyer@a..b/foyer', 'must be an address like postgresql://'],
    ['DATABASE_URL', 'postgresql://foyer@256.1.1.1/foyer', 'must be an address like postgresql://'],
    ['DATABASE_URL', 'postgresql://foyer:p%zz%2F@db/foyer', '% in the password'],
    ['DATABASE_URL', 'postgresql://foyer:p%E4@db/foyer', '% in the password'],
    ['DATABASE_URL', 'postgresql://db1:5432,db2:5432/foyer', 'must be an address like postgresql://'],
    ['DATABASE_URL', 'postgresql://db1,db2/foyer', 'must be an address like postgresql://'],
    ['LOG_LEVEL', 'loud', 'must be debug, info'],
    ['OIDC_TRUST_EMAIL', 'yes', 'must be 1 or 0'],
    ['GOTO_JOIN_URL', 'https:{id}', 'must be a web address with {id} in it'],
    ['GOTO_JOIN_URL', 'https://{id}', 'must be a web address with {id} in it'],
    ['GOTO_JOIN_URL', 'https://{id}.goto.com/', 'must be a web address with {id} in it'],
    ['GOTO_JOIN_URL', 'https://u:p@meet.goto.com/{id}', 'must be a web address with {id} in it'],
    ['GOTO_JOIN_URL', 'meet.goto.com/{id}', 'must be a web address with {id} in it'],
    ['GOTO_JOIN_URL', 'https://meet.goto.com/', 'must be a web address with {id} in it'],
    ['GOTO_CLIENT_ID', 'two words', 'must not contain spaces'],
    ['GOTO_SCOPES', 'collab:,\tidentity:', 'must be scopes separated by single spaces'],
    ['GOTO_REQUESTS_PER_SECOND', '1e9', 'must be a whole number'],
    ['ADMIN_EMAILS', 'notmail', 'must be e-mail addresses, several separated by commas; “notmail” isn’t'],
    ['ADMIN_EMAILS', 'ada@example.com; grace@example.com', 'must be e-mail addresses'],
    ['OIDC_CLIENT_ID', 'foyer', 'OIDC_ISSUER is needed with OIDC_CLIENT_ID'],
    ['OIDC_CLIENT_SECRET', 'x', 'OIDC_CLIENT_ID is needed with OIDC_CLIENT_SECRET'],
    ['OIDC_TRUST_EMAIL', '1', 'OIDC_ISSUER is needed with OIDC_TRUST_EMAIL'],
    ['GOTO_CLIENT_SECRET', 'x', 'GOTO_CLIENT_ID is needed with GOTO_CLIENT_SECRET'],
    ['ENCRYPTION_KEYS', `k1:${key},k1:${key}`, 'uses an id twice'],
    ['ENCRYPTION_KEYS', `k1:${key}:x`, 'must be id:base64 of 32 bytes'],
    ['ENCRYPTION_KEYS', `k1:!!${key}`, 'must be id:base64 of 32 bytes'],
    ['DIRECTORY_URL', 'ldaps://ldap..example.com', 'must be like ldaps://ldap.example.com'],
    ['SMTP_URL', 'smtp://user:p%zz@mail.example.com', 'must be an address like smtp://'],
    ['EMBED_ORIGINS', 'https://a..b', '“https://a..b” isn’t'],
    ['DIRECTORY_URL', 'https://ldap.example.com', 'must be like ldaps://ldap.example.com'],
    ['DIRECTORY_FILTER', '(mail=*)', 'DIRECTORY_URL is needed with DIRECTORY_FILTER'],
    ['SMTP_URL', 'mail.example.com:587', 'must be an address like smtp://'],
    ['MAIL_FROM', 'Foyer', 'must be a sender like Foyer <foyer@example.com>'],
    ['EMBED_ORIGINS', '*', '“*” isn’t'],
    ['EMBED_ORIGINS', 'https://intranet.example.com/start', 'must be origins like'],
    ['SANDBOX_PORT', '65535', 'DEMO_SIGNIN_PORT is needed'],
  ])('%s=%s is refused by name', (name, value, because) => {
    expect(() => readEnv({ [name]: value })).toThrow(because)
    expect(() => readEnv({ [name]: value })).toThrow(name)
  })

  test.each([
    ['HOST', '0.0.0.0'],
    ['HOST', '::'],
    ['HOST', 'localhost'],
    ['APP_URL', 'https://meet.example.com/'],
    ['TRUSTED_PROXIES', '10.0.0.0/8, 2001:db8::/32, 127.0.0.1'],
    ['APP_URL', 'http://[::1]:3000'],
    ['GOTO_API_URL', 'http://goto_sandbox:4010/'],
    ['GOTO_API_URL', 'https://api.getgo.com./v2'],
    ['GOTO_JOIN_URL', 'https://join.example.com/?meeting={id}'],
    ['ENCRYPTION_KEYS', `k1:${key.replace(/=$/, '')}`],
    ['HOST', 'foyer_web'],
    ['LOG_LEVEL', 'WARN'],
    ['ALLOW_INSECURE_HTTP', 'True'],
    ['DATABASE_URL', 'postgresql://foyer@foyer_db_/foyer'],
    ['DATABASE_URL', 'POSTGRES://foyer@db/foyer'],
    ['DATABASE_URL', 'postgresql://foyer:100%@db/foyer'],
    ['DATABASE_URL', 'postgresql://foyer:p%40s%zz@db/foyer'],
    ['DATABASE_URL', 'postgresql://foyer:p@s:$&+,;=!*()~^[]{}|@db/foyer'],
    ['DATABASE_URL', 'postgresql://foyer:pw@db:6543/foyer?pgbouncer=true&options=-c%20search_path%3Dfoyer'],
    ['DATABASE_URL', 'postgresql:///foyer?user=foyer&password=pw&host=db&port=5433'],
    ['DATABASE_URL', 'postgresql:///foyer?host=/run/postgresql'],
    ['DATABASE_URL', 'postgresql://foyer:pw@%2Frun%2Fpostgresql/foyer'],
    ['DATABASE_URL', 'postgresql://foyer@[::1]:5432/foyer'],
    ['DATABASE_URL', 'postgresql://foyer:pw@/foyer?host=/cloudsql/project:region:instance'],
    ['DATABASE_URL', 'postgres://foyer:pa%23ss@db.example.com:5432/foyer?sslmode=require'],
    ['GOTO_SCOPES', 'collab: identity: identity:scim.me'],
    ['ADMIN_EMAILS', 'ada@example.com, grace@example.com,'],
    ['ADMIN_EMAILS', 'ann@intranet,o/neil@example.com'],
    ['DIRECTORY_URL', 'file:people.csv'],
    ['DIRECTORY_URL', 'ldap://ldap.example.com:389'],
    ['SMTP_URL', 'smtps://user:secret@mail.example.com'],
    ['EMBED_ORIGINS', 'https://intranet.example.com, http://localhost:8080'],
  ])('%s=%s is right', (name, value) => {
    const secrets = { AUTH_SECRET: 'x'.repeat(32), ENCRYPTION_KEYS: `k1:${key}` }
    expect(() => readEnv({ ...secrets, [name]: value })).not.toThrow()
  })

  test('an address is what browsers make of it', () => {
    expect(readEnv({ APP_URL: 'HTTPS://Meet.Example.com:443/' }).appUrl).toBe('https://meet.example.com')
    const EMBED_ORIGINS = 'https://Intranet.example.com:443/, http://localhost:8080'
    expect(readEnv({ EMBED_ORIGINS }).embedOrigins).toEqual(['https://intranet.example.com', 'http://localhost:8080'])
  })

  test('in the file, which is ours alone, every unknown name is refused', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, '.env'), 'TRUSTED_PROXY=10.0.0.1\nWHATEVER=1\n')
    const before = process.cwd()
    process.chdir(folder)
    onTestFinished(() => process.chdir(before))
    expect(() => readEnv({})).toThrow(
      /TRUSTED_PROXY is not a Foyer setting; did you mean TRUSTED_PROXIES\?[\s\S]*WHATEVER is not a Foyer setting; see/,
    )
  })

  test('plain http anywhere but on localhost must be allowed explicitly', () => {
    expect(() => readEnv({ APP_URL: 'http://meet.example.com' })).toThrow(/ALLOW_INSECURE_HTTP=1/)
    expect(readEnv({ APP_URL: 'http://meet.example.com', ALLOW_INSECURE_HTTP: '1' }).appUrl).toBe(
      'http://meet.example.com',
    )
    expect(readEnv({ APP_URL: 'http://localhost:8080' }).appUrl).toBe('http://localhost:8080')
  })

  test('an external database needs secrets that outlive the machine', () => {
    const DATABASE_URL = 'postgresql://foyer@db/foyer'
    expect(() => readEnv({ DATABASE_URL })).toThrow(/AUTH_SECRET is needed[\s\S]*ENCRYPTION_KEYS is needed/)
    const env = readEnv({ DATABASE_URL, AUTH_SECRET: 'x'.repeat(32), ENCRYPTION_KEYS: `new:${key},old:${key}` })
    expect(env.encryptionKeys.map(({ id }) => id)).toEqual(['new', 'old'])
  })

  test('the example explains exactly the settings that exist', () => {
    const explained = [...readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(
      (match) => match[1] as string,
    )
    expect(explained.sort()).toEqual([...settingNames].sort())
  })
})
