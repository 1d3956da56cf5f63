import type { Page } from '@playwright/test'
import { alertOn, expect, expectAccessible, signIn, test } from './fixtures.ts'

const phone = { viewport: { width: 360, height: 640 } }

test('on a phone Create is always in view, and no field that has the focus is behind it', async ({ openBrowser }) => {
  const page = await (await openBrowser(phone)).newPage()
  await signIn(page, 'olivia', 'goto')
  await page.goto('/meetings/new')
  const create = page.getByRole('button', { name: 'Create meeting' })
  await expect(create).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: /^More/ }).click()
  const foot = page.locator('[data-foot]')
  await page.getByLabel('Subject', { exact: true }).focus()
  for (let nth = 0; nth < 25; nth++) {
    await page.keyboard.press('Tab')
    const covered = await foot.evaluate((element) => {
      const field = document.activeElement
      if (!field || element.contains(field)) return false
      const isInForm = element.parentElement?.contains(field) ?? false
      return isInForm && field.getBoundingClientRect().bottom > element.getBoundingClientRect().top + 1
    })
    expect(covered, `what has the focus after Tab ${nth + 1} is behind the foot`).toBe(false)
  }
  await expect(create).toBeInViewport({ ratio: 1 })
})

test('on a phone what is typed stays in view with its message, however many chips and lines push it down', async ({
  openBrowser,
}) => {
  const page = await (await openBrowser({ viewport: { width: 360, height: 800 } })).newPage()
  await signIn(page, 'olivia', 'goto')
  await page.goto('/meetings/new')
  const box = page.getByRole('combobox', { name: 'Invited' })
  await box.click()
  for (const text of [
    'one@customer.example',
    'two@customer.example',
    'nobody such',
    'jörg@example.org',
    'no one else',
  ]) {
    await page.keyboard.type(text)
    // Enter after a name waits for whom it may mean.
    await page.keyboard.press(text.includes('@') ? 'Enter' : ',')
    await expect(box).toHaveValue('')
    if (!text.includes('@')) await expect(page.getByText(new RegExp(`“${text}”`)).first()).toBeVisible()
    await expect(box).toBeFocused()
    await expect.poll(() => behindFoot(page), { message: `after ${text}` }).toEqual([])
  }
})

/** What of the field that has the focus, and of its message, is behind the foot or out of view. */
function behindFoot(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const field = document.activeElement
    const top = document.querySelector('[data-foot]')?.getBoundingClientRect().top ?? 0
    const message = document.getElementById(field?.getAttribute('aria-describedby')?.split(' ')[0] ?? '')
    return [field, field?.hasAttribute('aria-invalid') ? message : null].flatMap((part) => {
      const box = part?.getBoundingClientRect()
      return box && (box.bottom > top + 1 || box.top < 56) ? [part?.textContent || 'the cursor'] : []
    })
  })
}

test('what is wrong stands beside Create with a way to each field, and is said once', async ({ openBrowser }) => {
  const page = await (await openBrowser(phone)).newPage()
  await signIn(page, 'olivia', 'goto')
  await page.goto('/meetings/new')
  await page.getByLabel('Starts: day').fill('2020-01-01')
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(page.getByLabel('Subject', { exact: true })).toBeFocused()
  await expect(alertOn(page)).toHaveText('Not sent. Check these fields: Subject, Starts')
  await expect(alertOn(page)).toBeInViewport({ ratio: 1 })
  await expectAccessible(page)
  await alertOn(page).getByRole('button', { name: 'Starts' }).click()
  await expect(page.getByLabel('Starts: day')).toBeFocused()
  await expect(page.getByText('This start is in the past.', { exact: false })).toHaveCount(1)
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('grid')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Starts: day')).toBeFocused()
  await page.getByLabel('Starts: time').click()
  await expect(page.getByRole('listbox', { name: 'Times' })).toBeInViewport()
  await expectAccessible(page)
})

test('offline, Create says that nothing was sent, everything stays usable, and online again it creates once', async ({
  openBrowser,
}) => {
  const context = await openBrowser()
  const page = await context.newPage()
  await signIn(page, 'olivia', 'goto')
  await page.goto('/meetings/new')
  await page.getByLabel('Subject', { exact: true }).fill('Out of reach')
  await page.getByLabel('Starts: day').fill('tomorrow')
  await context.setOffline(true)
  await expect(page.getByText('You’re offline. What you type is kept.')).toBeVisible()
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(alertOn(page)).toHaveText('You’re offline, so nothing was sent. What you typed is kept in this browser.')
  await expect(alertOn(page)).toBeFocused()
  await expect(page.getByText('You’re offline').filter({ visible: true })).toHaveCount(1)
  await page.getByLabel('Subject', { exact: true }).fill('Back in reach')
  await context.setOffline(false)
  await expect(alertOn(page)).toHaveText('')
  await page.getByRole('button', { name: 'Create meeting' }).dblclick()
  await expect(page.getByRole('heading', { level: 1, name: 'Back in reach' })).toBeVisible()
  const found = await page.evaluate(async () => (await fetch('/api/meetings?q=in%20reach')).json())
  expect((found as { items: { subject: string }[] }).items.map(({ subject }) => subject)).toEqual(['Back in reach'])
})
