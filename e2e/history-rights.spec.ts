import { expect, expectAccessible, test } from './fixtures.ts'

type Organizer = { personId: string; name: string; group: { name: string } | null }

test('a manager reads two chosen organizers’ past, and an outsider cannot, by page and by API', async ({
  browserOf,
}) => {
  test.setTimeout(120_000)
  const { page } = await browserOf('mara')
  const organizers = await page.evaluate(
    async () => ((await (await fetch('/api/organizers')).json()) as { items: Organizer[] }).items,
  )
  const sales = organizers.filter(({ group, name }) => group?.name === 'Sales' && name !== 'Mara Lindqvist')
  const chosen = sales.slice(0, 2)
  expect(chosen).toHaveLength(2)

  await page.goto('/history')
  await page.getByRole('button', { name: /^Organizers?:/ }).click()
  for (const { name } of chosen) {
    await page.getByRole('combobox', { name: 'Find in organizers' }).fill(name)
    await page.getByRole('option', { name }).first().click()
  }
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/organizer=/)
  for (const { name } of chosen)
    await expect(page.getByRole('link').filter({ hasText: name }).first()).toBeVisible({ timeout: 60_000 })

  const ids = chosen.map(({ personId }) => personId).join(',')
  const addresses = [
    `/api/history?organizer=${ids}`,
    `/api/history.csv?organizer=${ids}`,
    `/api/attendance?organizer=${ids}`,
  ]
  const report = new URL(
    (await page.locator('main a[href^="/history/"]').first().getAttribute('href')) ?? '',
    page.url(),
  )
  for (const who of ['erin', 'olivia'] as const) {
    const outsider = await browserOf(who)
    for (const address of addresses) {
      const status = await outsider.page.evaluate(async (path) => (await fetch(path)).status, address)
      expect(status, `${who} ${address}`).toBe(403)
    }
    const session = await outsider.page.evaluate(async (path) => (await fetch(path)).status, `/api${report.pathname}`)
    expect([403, 404], `${who} ${report.pathname}`).toContain(session)
    await outsider.page.goto(`/history?organizer=${ids}`)
    await expect(outsider.page.getByText(/You organize no meetings|your own past sessions/).first()).toBeVisible()
    await expect(outsider.page.locator('main a[href^="/history/"]')).toHaveCount(0)
  }
})
