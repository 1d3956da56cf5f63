import { expect, test } from 'vitest'
import { openDoor } from '#lib/testing/open-door.ts'

const door = openDoor()
const probe = 'probe-of-an-attacker'

test('no answer holds a secret beside anything of its request, whose length would then give it away', async () => {
  const visitor = door.newVisitor()
  await visitor.signInAtCompany('erin@example.com')
  const { drafts } = (await visitor.call('GET', '/api/me')).body as { drafts: { key: string } }
  const { csrfToken } = (await visitor.call('GET', '/api/auth/csrf')).body as { csrfToken: string }
  expect([drafts.key, csrfToken].every((secret) => secret.length >= 40)).toBe(true)
  for (const path of ['/api/me', '/api/auth/csrf', '/api/auth/providers', '/api/connections', '/api/settings'])
    for (const asked of [`?x=${probe}`, `?${probe}`, `?callbackUrl=/${probe}`]) {
      const text = JSON.stringify((await visitor.call('GET', `${path}${asked}`)).body)
      const secrets = [drafts.key, csrfToken].filter((secret) => text.includes(secret))
      expect([path, asked, text.includes(probe) ? secrets : []]).toEqual([path, asked, []])
    }
})

test('the answer that shows an API token holds nothing of its request', async () => {
  const visitor = door.newVisitor()
  await visitor.signInAtCompany('erin@example.com')
  const draft = { name: probe, scopes: ['meetings:read'], expiresAt: new Date(Date.now() + 86_400_000).toISOString() }
  const { status, body } = await visitor.call('POST', `/api/tokens?x=${probe}`, draft)
  expect([status, JSON.stringify(body)]).toEqual([201, expect.not.stringContaining(probe)])
})

test('what is kept in the browser for a sign-in is repeated by no later answer', async () => {
  const visitor = door.newVisitor()
  await visitor.begin('company', `/${probe}`)
  const { csrfToken, ...others } = (await visitor.call('GET', '/api/auth/csrf')).body as { csrfToken: string }
  expect(csrfToken.length).toBeGreaterThanOrEqual(40)
  expect(others).toEqual({})
})
