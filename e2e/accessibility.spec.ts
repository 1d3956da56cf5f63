import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, pickAtProvider, test } from './fixtures.ts'
import { createByForm, planMeeting, readNow } from './organizer.ts'
import { pastSession } from './report.ts'

test('axe finds nothing on any page in either theme, narrow or wide, and nothing scrolls sideways', async ({
  openBrowser,
  browserOf,
  sandbox,
}) => {
  test.setTimeout(300_000)
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
  const unknown = '019ab0c4-0000-7000-8000-000000000000'
  const places = [
    '/',
    '/?q=nothing+like+this',
    '/settings',
    ...['', '/reading', '/groups', '/people', '/tokens'].map((page) => `/admin${page}`),
    '/nowhere',
    ...[ids[soon.id], ids[later.id], unknown].map((id) => `/meetings/${id}/join`),
    '/meetings',
    '/meetings/new',
    ...[ids[soon.id], unknown].map((id) => `/meetings/${id}`),
    '/history',
    '/history?view=people',
    ...[await pastSession(admin.page), unknown].map((id) => `/history/${id}`),
  ]

  const page = await (await openBrowser({ reducedMotion: 'reduce' })).newPage()
  await page.goto('/sign-in')
  const signIn = page.getByRole('button', { name: 'Sign in with your company' })
  await expect(signIn).toBeEnabled()
  await inEveryLook(page, () => expectFit(page))
  await signIn.click()
  await pickAtProvider(page, 'adam@example.com', 'company')
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible()
  for (const place of places) {
    await test.step(place, async () => {
      await page.goto(place)
      await inEveryLook(page, async () => {
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        await expectFit(page)
      })
    })
  }
  await page.goto('/')
  for (const key of ['Control+k', '?']) {
    await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible()
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await inEveryLook(page, () => expectAccessible(page))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('axe finds nothing in what an organizer opens either, in both themes and in forced colours', async ({
  browserOf,
}) => {
  test.setTimeout(240_000)
  const { page } = await browserOf('olivia', 'goto')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await createByForm(page, 'Opened everywhere')
  const main = page.getByRole('main')

  await test.step('my own meeting, with a notice', async () => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))
    })
    await main.getByRole('button', { name: 'Copy link' }).click()
    // A notice of trouble stays until it is closed.
    const notice = page
      .getByRole('region', { name: 'Notices' })
      .locator('> div')
      .filter({ hasText: 'didn’t allow copying' })
    await expect(notice).toBeVisible()
    await expectAccessibleHowever(page)
    await expect(notice).toBeVisible()
    await notice.getByRole('button', { name: 'Close notice' }).click()
  })

  await test.step('the question before cancelling', async () => {
    await main.getByRole('button', { name: 'Cancel meeting' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessibleHowever(page)
    await page.getByRole('button', { name: 'Keep meeting' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('the form of a change, with more, and with a list open', async () => {
    await page.getByRole('link', { name: 'Edit' }).click()
    await page.getByRole('button', { name: /^More/ }).click()
    await expect(page.getByLabel('Agenda')).toBeVisible()
    await expectAccessibleHowever(page)
    await page.getByLabel('Co-organizers').pressSequentially('a')
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    await expectAccessibleHowever(page)
  })
})

test('in forced colours the focus, what is live and what is chosen still stand out', async ({ browserOf }) => {
  const { page } = await browserOf('olivia', 'goto')
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  const live = page.getByText('Live', { exact: true }).first()
  await expect(live).toBeVisible()
  expect(await look(live, 'border-top-style')).toBe('solid')
  expect(await look(live, 'border-top-width')).toBe('1px')
  await expectAccessible(page, ['color-contrast'])
  await page.keyboard.press('Tab')
  expect(await look(page.locator(':focus'), 'outline-style')).toBe('solid')
  expect(await look(page.locator(':focus'), 'outline-width')).toBe('2px')
  const mine = page.getByRole('button', { name: 'Mine', exact: true })
  const unpressed = await look(mine, 'background-color')
  await mine.click()
  await expect(mine).toHaveAttribute('aria-pressed', 'true')
  expect(await look(mine, 'background-color')).not.toBe(unpressed)
  const places = page.getByRole('navigation', { name: 'Main' })
  expect(await look(places.getByText('Home', { exact: true }).first(), 'border-bottom-style')).toBe('solid')
  expect(await look(places.getByText('Home', { exact: true }).first(), 'border-bottom-width')).toBe('2px')
  expect(await look(places.getByText('History', { exact: true }).first(), 'border-bottom-width')).toBe('0px')
  await page.keyboard.press('Control+k')
  const options = page.getByRole('option')
  await expect(options.nth(1)).toBeVisible()
  expect(await look(page.locator('[role=option][aria-selected=true]'), 'outline-style')).toBe('solid')
  expect(await look(page.locator('[role=option][aria-selected=false]').first(), 'outline-style')).toBe('none')
  await page.keyboard.press('Escape')

  await page.goto('/settings')
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await expectAccessible(page, ['color-contrast'])
  const theme = page.getByRole('group', { name: 'Theme' })
  const [chosen, other] = [theme.locator('label:has(:checked)'), theme.locator('label:not(:has(:checked))').first()]
  expect(await look(chosen, 'background-color')).not.toBe(await look(other, 'background-color'))
  await page.getByRole('button', { name: /^Time zone .*: choose another$/ }).click()
  await page.getByRole('combobox', { name: 'Time zone', exact: true }).fill('Berlin')
  await expect(options.first()).toHaveAttribute('data-highlighted')
  expect(await look(options.first(), 'outline-style')).toBe('solid')
  await expectAccessible(page, [...hiddenByLists, 'color-contrast'])
})

/** While a list is open, Base UI hides everything else from screen readers: focusable elements and the heading, too. */
const hiddenByLists = ['aria-hidden-focus', 'page-has-heading-one']

/** Light and dark, wide and narrow: the page stays, what it is seen in changes. */
async function inEveryLook(page: Page, look: () => Promise<void>): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await test.step(`${colorScheme}, ${width} px`, look)
    }
  }
}

/** In both themes; and in forced colours, whose contrast is the system's own. */
async function expectAccessibleHowever(page: Page, without: string[] = []): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page, without)
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  await expectAccessible(page, [...without, 'color-contrast'])
  await page.emulateMedia({ forcedColors: 'none' })
}

/** One property of how a thing is painted. */
function look(target: Locator, property: string): Promise<string> {
  return target.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
}

async function expectFit(page: Page): Promise<void> {
  await expectAccessible(page)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `${page.url()} scrolls sideways by`).toBeLessThanOrEqual(0)
}
