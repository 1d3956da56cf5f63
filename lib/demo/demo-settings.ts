import { env } from '#lib/env.ts'

export type DemoAddresses = { sandbox: string; signIn: string }

/** Sandbox and company sign-in are another site than the portal, as in life: 127.0.0.1 instead of localhost. */
export function demoAddresses(): DemoAddresses {
  const { sandboxPort, demoSigninPort } = env()
  return { sandbox: `http://127.0.0.1:${sandboxPort}`, signIn: `http://127.0.0.1:${demoSigninPort}` }
}

/**
 * What the demo's processes are told. Everything that leads to a real GoTo, directory or database is set or emptied, so
 * that a `.env` of a real installation in the same folder never meets the demo.
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
