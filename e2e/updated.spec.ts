import type { BrowserContext, Locator, Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from './fixtures.ts'
import { shiftClock } from './shift-clock.ts'

/** After an update of Foyer, what an open page was built from is gone. */
const built = '**/_next/static/**/*.js'

async function update(context: BrowserContext): Promise<void> {
  await context.route(built, (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'Not found' }))
}

test('what a press opens is gone: the page stays, says so, and opens it once reloaded', async ({ browserOf }) => {
  const { page, context } = await browserOf('erin')
  const more = page.getByRole('button', { name: /^More: / }).first()
  await expect(more).toBeVisible()
  await update(context)
  await more.click()
  const notices = page.getByRole('region', { name: 'Notices' })
  await expect(notices).toContainText(
    'That couldn’t be loaded. Foyer may have been updated: reload the page. Drafts are kept.',
  )
  await expect(more).toHaveAttribute('aria-expanded', 'false')
  await expectAccessible(page)
  await context.unroute(built)
  await notices.getByRole('button', { name: 'Reload' }).click()
  await expect(more).toBeVisible()
  await more.click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
})

test('what checks a form is gone: nothing is sent, and after the reload the draft is there and is created', async ({
  browserOf,
}) => {
  const { page, context } = await browserOf('olivia', 'goto')
  await page.goto('/meetings/new')
  const subject = page.getByLabel('Subject', { exact: true })
  await expect(subject).toBeVisible()
  await update(context)
  await subject.fill('Typed before the update')
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(page.getByText(/Nothing was saved: a part of Foyer couldn’t be loaded/)).toBeVisible()
  await context.unroute(built)
  await page.getByRole('button', { name: 'Reload page' }).click()
  await expect(page.getByText(/^Draft from /)).toBeVisible()
  await expect(subject).toHaveValue('Typed before the update')
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Typed before the update' })).toBeVisible()
})

test('a page that a link leads to is gone: a reload brings it, and a draft is kept', async ({
  browser,
  baseURL,
  sandbox,
}) => {
  // Of its own, because here the console rightly names what could not be loaded.
  const context = await browser.newContext(baseURL ? { baseURL } : {})
  await shiftClock(context, sandbox)
  const page = await context.newPage()
  await signIn(page, 'olivia', 'goto')
  await page.goto('/meetings/new?draft=update')
  const subject = page.getByLabel('Subject', { exact: true })
  await subject.fill('Left by a link')
  await update(context)
  await page.getByRole('link', { name: 'History' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Couldn’t load this page' })).toBeVisible()
  await expect(page.getByText(/^Foyer may have been updated: reload the page\./)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Go to Home' })).toBeVisible()
  await expectAccessible(page)
  await context.unroute(built)
  await page.getByRole('button', { name: 'Reload page' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible()
  await page.goto('/meetings/new?draft=update')
  await expect(subject).toHaveValue('Left by a link')
  await context.close()
})

test('a page whose own scripts are gone says so at its first load and offers a reload, in every kind of document', async ({
  browserOf,
  openBrowser,
}) => {
  const { page } = await browserOf('erin')
  // Whoever is signed in is sent onwards from there.
  const stranger = await (await openBrowser()).newPage()
  const account = page.getByRole('button', { name: 'Account of Erin Walsh' })
  // The frame, and what has its own layout or content policy.
  await expectSaid(page, '/', account)
  await expectSaid(page, '/meetings', account)
  await expectSaid(page, '/meetings/999888777/join', page.getByRole('button', { name: 'Join at GoTo' }))
  await expectSaid(page, '/nowhere', page.getByRole('link', { name: 'Go to Home' }))
  await expectSaid(stranger, '/sign-in', stranger.getByRole('button', { name: 'Sign in with your company' }))
})

/** That the document says so instead of staying dead, and is whole after the reload it offers. */
async function expectSaid(page: Page, path: string, whole: Locator): Promise<void> {
  await test.step(path, async () => {
    const missing = page.getByRole('alert').filter({ hasText: 'Foyer couldn’t be loaded.' })
    await update(page.context())
    await page.goto(path)
    await expect(page).toHaveURL(path)
    await expect(missing).toHaveCount(1)
    await expect(missing).toContainText('It may have been updated: reload the page. Drafts are kept.')
    await expectAccessible(page)
    await page.context().unroute(built)
    await missing.getByRole('button', { name: 'Reload page' }).click()
    await expect(missing).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(whole).toBeVisible()
  })
}
