import type { Page } from '@playwright/test'
import { expect, expectAccessible, pickAtProvider, test } from './fixtures.ts'
import { planMeeting, readNow } from './organizer.ts'

test('axe finds nothing on any page in either theme, narrow or wide, and nothing scrolls sideways', async ({
  browser,
  baseURL,
  browserOf,
  sandbox,
}) => {
  test.setTimeout(600_000)
  const admin = await browserOf('adam')
  const soon = await planMeeting(sandbox, { subject: 'Waited for by a screen reader', startsInMinutes: 4 })
  const later = await planMeeting(sandbox, { subject: 'Later than now', startsInMinutes: 200 })
  await readNow(admin.page)
  const ids = await admin.page.evaluate(async () => {
    const { items } = (await (await fetch('/api/meetings?limit=200')).json()) as {
      items: { id: string; gotoMeetingId: string }[]
    }
    return Object.fromEntries(items.map(({ id, gotoMeetingId }) => [gotoMeetingId, id]))
  })
  // One that has run, so that its report is there; Adam may read everybody's.
  const past = await admin.page.evaluate(async () => {
    for (;;) {
      const answer = await fetch('/api/history?limit=1')
      const { items } = (await answer.json()) as { items: { id: string }[] }
      if (items[0]) return items[0].id
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  })
  const unknown = '019ab0c4-0000-7000-8000-000000000000'
  const places = [
    '/',
    '/?q=nothing+like+this',
    '/settings',
    '/nowhere',
    ...[ids[soon.id], ids[later.id], unknown].map((id) => `/meetings/${id}/join`),
    '/meetings',
    '/meetings/new',
    ...[ids[soon.id], unknown].map((id) => `/meetings/${id}`),
    '/history',
    '/history?view=people',
    ...[past, unknown].map((id) => `/history/${id}`),
  ]

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 320]) {
      await test.step(`${colorScheme}, ${width} px`, async () => {
        const context = await browser.newContext({
          ...(baseURL ? { baseURL } : {}),
          colorScheme,
          viewport: { width, height: 800 },
          reducedMotion: 'reduce',
        })
        const page = await context.newPage()
        await page.goto('/sign-in')
        const signIn = page.getByRole('button', { name: 'Sign in with your company' })
        await expect(signIn).toBeEnabled()
        await expectFit(page)
        await signIn.click()
        await pickAtProvider(page, 'adam@example.com', 'company')
        await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible()
        for (const place of places) {
          await page.goto(place)
          await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
          await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
          await expectFit(page)
        }
        await page.goto('/')
        for (const key of ['Control+k', '?']) {
          await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible()
          await page.keyboard.press(key)
          await expect(page.getByRole('dialog')).toBeVisible()
          await expectAccessible(page)
          await page.keyboard.press('Escape')
          await expect(page.getByRole('dialog')).toHaveCount(0)
        }
        await context.close()
      })
    }
  }
})

async function expectFit(page: Page): Promise<void> {
  await expectAccessible(page)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `${page.url()} scrolls sideways by`).toBeLessThanOrEqual(0)
}
