import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

test('an administrator makes a token for a service, a program uses it, and revoked it opens nothing more', async ({
  browserOf,
}) => {
  const { page } = await browserOf('adam')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Admin' }).click()
  await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'API tokens' }).click()
  await expect(page).toHaveURL(/\/admin\/tokens$/)
  const token = await create(page, 'Lobby screen', async (dialog) => {
    await dialog.getByText('For a service').click()
    await dialog.getByRole('checkbox', { name: 'See meetings' }).check()
  })
  const ask = (path: string) => fetch(new URL(path, page.url()), { headers: { authorization: `Bearer ${token}` } })

  // Before Next and behind it.
  expect((await ask('/api/meetings')).status).toBe(200)
  expect((await ask('/api/announcements')).status).toBe(200)
  const refused = await ask('/api/history')
  expect(refused.status).toBe(403)
  expect(refused.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope", scope="history:read"')
  expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('lacks the scope history:read') })

  await page.reload()
  const row = page.getByRole('row').filter({ hasText: 'Lobby screen' })
  await expect(row.getByRole('cell', { name: /^just now/i })).toBeVisible()
  await expect(row).toContainText('from 127.0.0.1')
  await expect(row).not.toContainText(token)
  await row.getByRole('button', { name: 'Revoke Lobby screen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click()
  await expect(row.getByText('Revoked', { exact: true })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
  await expect.poll(async () => (await ask('/api/meetings')).status).toBe(401)
  const over = await ask('/api/announcements')
  expect([over.status, over.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"'])
})

test('somebody else finds theirs in Settings, also on a phone, and only they and administrators see it', async ({
  browserOf,
}) => {
  const { page } = await browserOf('erin')
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/settings#tokens')
  const token = await create(page, 'My calendar', async (dialog) => {
    await expect(dialog.getByText('For a service')).toHaveCount(0)
    await dialog.getByRole('checkbox', { name: 'See meetings' }).check()
    await expectAccessible(page)
  })
  await expect(page.getByRole('list', { name: 'My API tokens' })).toContainText('My calendar')
  const answer = await fetch(new URL('/api/meetings', page.url()), { headers: { authorization: `Bearer ${token}` } })
  expect(answer.status).toBe(200)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)

  const admin = await browserOf('adam')
  await admin.page.goto('/admin/tokens')
  await expect(admin.page.getByRole('row').filter({ hasText: 'My calendar' })).toContainText('Erin')
  const olivia = await browserOf('olivia')
  await olivia.page.goto('/settings#tokens')
  await expect(olivia.page.getByText('No API tokens yet.')).toBeVisible()
})

test('an old address of a company’s setting leads to Admin, and Admin has its keys', async ({ browserOf }) => {
  const { page } = await browserOf('adam')
  await page.goto('/settings#managers')
  await expect(page).toHaveURL(/\/admin\/groups$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Groups' })).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await expect(page).toHaveURL(/\/admin$/)
})

/** Fills in the form and returns the token that is shown, once. */
async function create(
  page: Page,
  name: string,
  choose: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<string> {
  const dialog = page.getByRole('dialog')
  await page.getByRole('main').getByRole('button', { name: 'Create token' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await choose(dialog)
  await dialog.getByRole('button', { name: 'Create token' }).click()
  const shown = dialog.getByRole('textbox', { name: 'API token' })
  await expect(shown).toHaveValue(/^foyer_[0-9A-Za-z]{49}$/)
  await expectAccessible(page)
  const token = await shown.inputValue()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await dialog.getByRole('button', { name: 'Close without copying' }).click()
  await expect(dialog).toHaveCount(0)
  return token
}
