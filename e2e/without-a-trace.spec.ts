import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { run } from '#lib/cli/run.ts'
import { expect, test } from './fixtures.ts'

/** Runs last: everything that the journeys before it did has left whatever traces it leaves. */
test('no token or secret is in a log, the build, a backup or the browser', async ({ browserOf }) => {
  const dataDir = process.env.FOYER_DATA_DIR ?? ''
  const { page, context } = await browserOf('olivia', 'goto')
  const secrets = [...secretsOf(dataDir), await usedToken(page)]
  expect(secrets.length).toBeGreaterThan(10)

  const backup = join(dataDir, 'traces')
  const { ok, output } = await run('node', ['lib/cli/backup.ts', backup], { DATA_DIR: dataDir })
  expect(ok, output).toBe(true)
  const files = globSync([
    join(dataDir, 'logs', '*.log'),
    join(backup, '**', '*'),
    join(process.env.BUILD_DIR ?? '.next-test', 'server', '**', '*.{js,html,json,rsc,body}'),
    join(process.env.BUILD_DIR ?? '.next-test', 'static', '**', '*.js'),
  ])
  expect(files.length).toBeGreaterThan(50)
  // The address of a host carries the organizer's token (goto-api.md 5.4); journeys before this one pressed Start.
  const searched = [...secrets, 'authenticationToken=']
  for (const file of files) expect(found(readIfFile(file), searched), file).toEqual([])

  await page.goto('/settings')
  await expect(page.getByText('Connected', { exact: true })).toBeVisible()
  const seen = await page.evaluate(async () => {
    const answers = await Promise.all(
      ['/api/me', '/api/connections', '/api/sessions', '/api/tokens', '/api/meetings'].map(async (path) =>
        (await fetch(path)).text(),
      ),
    )
    return [
      document.documentElement.outerHTML,
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      ...answers,
    ].join('\n')
  })
  const cookies = (await context.cookies()).filter(({ domain }) => domain === 'localhost').map(({ value }) => value)
  expect(found(`${seen}\n${cookies.join('\n')}`, secrets)).toEqual([])
})

/** An API token that was used, and put where none belongs. */
async function usedToken(page: Page): Promise<string> {
  const token = await page.evaluate(async () => {
    const draft = { name: 'Traced', scopes: ['meetings:read'], expiresAt: new Date(Date.now() + 3e9).toISOString() }
    const headers = { 'content-type': 'application/json', 'x-foyer': '1' }
    const made = await fetch('/api/tokens', { method: 'POST', headers, body: JSON.stringify(draft) })
    return ((await made.json()) as { token: string }).token
  })
  const headers = { authorization: `Bearer ${token}` }
  for (const path of ['/api/meetings', '/api/me', `/api/meetings/${token}`, `/api/${token}?access_token=${token}`])
    await fetch(new URL(path, page.url()), { headers })
  return token
}

/** Every secret this world knows, from the two places that may hold them: the sandbox's own journal, the installation's secrets. */
function secretsOf(dataDir: string): string[] {
  const journal = readFileSync(join(dataDir, 'sandbox', 'sandbox.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
  const issued = journal
    .map((line) => JSON.parse(line) as [table: string, id: string])
    .filter(([table]) => /^(codes|access-tokens|refresh-tokens)$/.test(table))
    .map(([, id]) => id)
  const own = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as {
    authSecret: string
    encryptionKeys: { key: string }[]
  }
  return [
    ...new Set([...issued, own.authSecret, ...own.encryptionKeys.map(({ key }) => key), 'foyer-demo-secret']),
  ].filter((secret) => secret.length > 12)
}

function found(text: string, secrets: string[]): string[] {
  return secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret.slice(0, 6)}…`)
}

function readIfFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
