import { alertOn, expect, pickAtProvider, test } from './fixtures.ts'

test('without a session every page leads to signing in, and the API says so', async ({ page, request }) => {
  for (const path of ['/', '/settings', '/meetings/019ab0c4-0000-7000-8000-000000000000/join']) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/sign-in/)
    await expect(page.getByRole('button', { name: 'Sign in with your company' })).toBeVisible()
  }
  for (const path of [
    '/api/me',
    '/api/meetings',
    '/api/announcements',
    '/api/connections',
    '/api/sessions',
    '/api/settings',
    '/api/jobs',
  ]) {
    const response = await request.get(path)
    expect(response.status(), path).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'unauthenticated' })
  }
})

test('whatever part of a file is asked for, it comes whole', async ({ page, request }) => {
  await page.goto('/sign-in')
  const script = await page.locator('script[src^="/_next/static/"]').first().getAttribute('src')
  for (const path of ['/icon.svg', '/theme.js', String(script)])
    for (const headers of [
      ...['bytes=9-1', 'bytes=999999999-', 'bytes=-0', 'bytes=0-5', 'nonsense'].map((range) => ({ range })),
      { 'if-match': '"x"' },
      { 'if-unmodified-since': 'Mon, 01 Jan 1990 00:00:00 GMT' },
    ])
      expect((await request.get(path, { headers })).status(), `${path} ${JSON.stringify(headers)}`).toBe(200)
})

test('somebody of another GoTo account is turned away with a sentence', async ({ page, request }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with GoTo' }).click()
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('frida')
  await page.keyboard.press('Enter')
  await pickAtProvider(page, 'frida@elsewhere.example', 'goto')
  await expect(page).toHaveURL(/\/sign-in\?error=foreign_account/)
  await expect(alertOn(page)).toContainText(/another|different|company/i)
  expect((await request.get('/api/me')).status()).toBe(401)
})

test('who refuses at GoTo comes back to a sentence, not to an error page', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with GoTo' }).click()
  await page.getByRole('button', { name: 'olivia@example.com' }).click()
  await page.getByRole('button', { name: 'Deny' }).click()
  await expect(page).toHaveURL(/\/sign-in\?error=access_denied/)
  await expect(alertOn(page)).toBeVisible()
})

test('two tabs that sign in at the same time both end where they wanted to go', async ({ context, page }) => {
  const other = await context.newPage()
  await page.goto('/history?all=1')
  await other.goto('/settings#appearance')
  for (const tab of [page, other]) await tab.getByRole('button', { name: 'Sign in with your company' }).click()
  for (const tab of [page, other]) await expect(tab.getByRole('button', { name: 'mara@example.com' })).toBeVisible()
  await pickAtProvider(page, 'mara@example.com', 'company')
  await expect(page).toHaveURL(/\/history\?all=1$/)
  await pickAtProvider(other, 'mara@example.com', 'company')
  await expect(other.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})

test('an employee can neither see nor call what is for administrators', async ({ browserOf }) => {
  const { page } = await browserOf('erin')
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Admin' })).toHaveCount(0)
  for (const path of ['/admin', '/admin/reading', '/admin/groups', '/admin/people', '/admin/tokens']) {
    await page.goto(path)
    await expect(page.getByText('Only administrators can open this page')).toBeVisible()
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  }
  const statuses = await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json', 'x-foyer': '1' }
    const calls = [
      fetch('/api/settings'),
      fetch('/api/jobs'),
      fetch('/api/tokens?all=1'),
      fetch('/api/announcements?all=1'),
      fetch('/api/jobs', { method: 'POST', headers, body: '{"name":"sync"}' }),
      fetch('/api/announcements', { method: 'POST', headers, body: '{"body":"x","from":null,"until":null}' }),
      fetch('/api/settings', { method: 'PUT', headers, body: '{"defaultVisibility":"invited"}' }),
    ]
    return (await Promise.all(calls)).map((response) => response.status)
  })
  expect(statuses).toEqual([403, 403, 403, 403, 403, 403, 403])
})

test('log off ends the session everywhere at once', async ({ browserOf }) => {
  const first = await browserOf('mara', 'goto')
  const second = await browserOf('mara')
  await first.page.getByRole('button', { name: /^Account/ }).click()
  await first.page.getByRole('button', { name: 'Log off everywhere' }).click()
  await first.page.getByRole('dialog').getByRole('button', { name: 'Log off everywhere' }).click()
  await expect(first.page).toHaveURL(/\/sign-in\?ended=everywhere/)
  await expect(second.page).toHaveURL(/\/sign-in/)
})
