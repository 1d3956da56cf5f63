import '#lib/node-version.ts'

import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider, { interactionPolicy, type JWK } from 'oidc-provider'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { runUntilSignal } from '#lib/process.ts'
import { sandboxPeople } from '#lib/sandbox/seed/company.ts'
import { type CompanyPerson, pickPage } from './pick-page.ts'

/**
 * The demo's company sign-in: a certified OpenID provider where you pick who to be. It asks at every sign-in,
 * because people use a demo as several people from one browser.
 */
await runUntilSignal('company sign-in', async () => {
  const { demoSigninPort: port } = env()
  const issuer = `http://127.0.0.1:${port}`
  const people = companyPeople()
  const provider = makeProvider(issuer, people)
  const handleByProvider = provider.callback()
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', issuer).pathname
    const answered = path.startsWith('/pick/')
      ? pick(provider, people, request, response)
      : handleByProvider(request, response)
    Promise.resolve(answered).catch((error: unknown) => {
      log.warn({ err: error }, 'sign-in page failed')
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
      response.end('This sign-in has expired. Go back to Foyer and start again.')
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

function companyPeople(): CompanyPerson[] {
  return sandboxPeople().map(({ email, firstName, lastName, title }) => {
    return {
      subject: `employee:${email}`,
      email,
      givenName: firstName,
      familyName: lastName,
      name: `${firstName} ${lastName}`,
      title,
    }
  })
}

async function pick(
  provider: Provider,
  people: CompanyPerson[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionDetails(request, response)
  const url = new URL(request.url ?? '/', 'http://localhost')
  if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    response.end(pickPage(people, url.searchParams.get('q') ?? ''))
    return
  }
  const email = new URLSearchParams(await readText(request)).get('email')
  const person = people.find((candidate) => candidate.email === email)
  const result = person
    ? { login: { accountId: person.subject, remember: false } }
    : { error: 'access_denied', error_description: 'No person was picked.' }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

function makeProvider(issuer: string, people: CompanyPerson[]): Provider {
  const { appUrl, oidcClientId, oidcClientSecret } = env()
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: oidcClientId ?? 'foyer',
        client_secret: oidcClientSecret ?? '',
        redirect_uris: [`${appUrl}/api/auth/callback/company`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'given_name', 'family_name'] },
    // Puts the claims in the ID token, as Entra ID, Okta and Keycloak can be set up to do.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { policy: askEveryTime(), url: (_context, interaction) => `/pick/${interaction.uid}` },
    cookies: { keys: [randomBytes(32).toString('hex')], names: cookieNames(issuer) },
    jwks: { keys: [signingKey()] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 900, Session: 900, Grant: 900 },
    findAccount: (_context, subject) => {
      const person = people.find((candidate) => candidate.subject === subject)
      if (!person) return undefined
      const { email, name, givenName, familyName } = person
      const claims = { sub: subject, email, email_verified: true, name, given_name: givenName, family_name: familyName }
      return { accountId: subject, claims: () => claims }
    },
    // The company's own portal needs no consent page.
    loadExistingGrant: async ({ oidc }) => {
      if (!oidc.client || !oidc.session?.accountId) return undefined
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  return provider
}

function askEveryTime(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base()
  const ask = new interactionPolicy.Check('ask', 'A person must be picked.', (context) => {
    return context.oidc.result?.login
      ? interactionPolicy.Check.NO_NEED_TO_PROMPT
      : interactionPolicy.Check.REQUEST_PROMPT
  })
  policy.get('login')?.checks.add(ask)
  return policy
}

/** Cookies ignore ports: two demos side by side must not share them. */
function cookieNames(issuer: string): Record<'session' | 'interaction' | 'resume', string> {
  const port = new URL(issuer).port
  return { session: `company-${port}`, interaction: `company-${port}-pick`, resume: `company-${port}-resume` }
}

function signingKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), use: 'sig', alg: 'RS256', kid: 'demo' }
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > 10_000) throw new Error('The form is too large.')
  }
  return text
}
