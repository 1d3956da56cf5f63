import { env } from '#lib/env.ts'

export type DemoAddresses = { sandbox: string; signIn: string }

/** The sandbox and company sign-in are on another site than the portal, as in real life: 127.0.0.1, not localhost. */
export function demoAddresses(): DemoAddresses {
  const { sandboxPort, demoSigninPort } = env()
  return { sandbox: `http://127.0.0.1:${sandboxPort}`, signIn: `http://127.0.0.1:${demoSigninPort}` }
}

/**
 * Settings for the demo's processes. Anything that leads to a real GoTo, directory or database is overridden or
 * emptied, so that a real installation's `.env` in the same folder never affects the demo.
 */
export function demoSettings(): Record<string, string> {
  const { sandbox, signIn } = demoAddresses()
  return {
    HOST: env().host ?? '127.0.0.1',
    DATABASE_URL: '',
    GOTO_API_URL: sandbox,
    GOTO_AUTH_URL: sandbox,
    GOTO_JOIN_URL: `${sandbox}/join/{id}`,
    GOTO_CLIENT_ID: 'foyer-demo',
    GOTO_CLIENT_SECRET: 'foyer-demo-secret',
    GOTO_SCOPES: '',
    GOTO_ACCOUNT_KEY: '',
    GOTO_PAT: '',
    ADMIN_EMAILS: 'adam@example.com',
    OIDC_ISSUER: signIn,
    OIDC_CLIENT_ID: 'foyer-demo',
    OIDC_CLIENT_SECRET: 'foyer-demo-secret',
    OIDC_TRUST_EMAIL: '',
    DIRECTORY_URL: '',
    DIRECTORY_BIND_DN: '',
    DIRECTORY_BIND_PASSWORD: '',
    DIRECTORY_BASE_DN: '',
    DIRECTORY_FILTER: '',
    CLOCK_URL: `${sandbox}/__sandbox/clock`,
  }
}
