import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, pickAtProvider, test } from './fixtures.ts'
import { createByForm } from './organizer.ts'

test('from its row a meeting is copied, duplicated, edited and cancelled; Undo is offered once and follows the person', async ({
  browserOf,
}) => {
  test.setTimeout(120_000)
  const { page, context } = await browserOf('olivia', 'goto')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await createByForm(page, 'Handled from its row')
  await page.goto('/meetings')
  const search = page.getByRole('searchbox', { name: 'Search your meetings' })
  await search.fill('handled from')
  await expect(page).toHaveURL(/\/meetings\?q=handled\+from$/)
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Handled from its row'])
  const row = rowOf(page, 'Handled from its row')
  const more = row.getByRole('button', { name: 'More: Handled from its row' })

  await more.press('Enter')
  await expect(page.getByRole('menuitem')).toHaveText([/^Edit/, /^Duplicate/, /^Copy link/, /^Cancel meeting/])
  // The library's own guards of the focus.
  await expectAccessible(page, ['aria-hidden-focus'])
  await page.getByRole('menuitem', { name: 'Copy link' }).click()
  await expect(notices(page).getByText('Link copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/meetings\/[0-9a-f-]{36}\/join$/)

  await more.press('d')
  await expect(page).toHaveURL(/\/meetings\/new\?from=/)
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue('Handled from its row')
  await page.goBack()
  await more.press('e')
  await expect(page).toHaveURL(/\/edit$/)
  await page.goBack()

  await more.press('x')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel meeting' }).click()
  await expect(row.getByText('Being cancelled')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(1)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'History' }).click()
  await notices(page).getByRole('button', { name: 'Undo' }).click()
  await expect(notices(page)).toHaveText('“Handled from its row” will take place as planned.')
})

test('a start that GoTo refuses is told in its tab, by name on the page, and can be tried again', async ({
  browserOf,
  sandbox,
}) => {
  const { page, context } = await browserOf('olivia', 'goto')
  await createByForm(page, 'Refused once', new Date((await sandbox.now()).getTime() + 5 * 60_000))
  // Once more with a fresh token, which Foyer tries by itself.
  await sandbox.faults([{ call: 'startMeeting', count: 2, answer: 403 }])
  const [refused] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Start: Refused once' }).click(),
  ])
  await expect(refused.getByRole('heading', { name: 'Couldn’t start “Refused once”.' })).toBeVisible()
  await expect(refused.getByText('You can close this tab.')).toBeVisible()
  await refused.close()
  await expect(notices(page).getByText(/^Couldn’t start “Refused once”\. ./)).toBeVisible()
  const [host] = await Promise.all([
    context.waitForEvent('page'),
    notices(page).getByRole('button', { name: 'Try again' }).click(),
  ])
  await expect(host).toHaveURL(/127\.0\.0\.1:\d+\/host\//)
})

test('without GoTo the press of a row is no wider than its column, and the page says what connecting is for', async ({
  browserOf,
  sandbox,
}) => {
  const { page } = await browserOf('olivia', 'goto')
  const subject = 'Started by connecting'
  await createByForm(page, subject, new Date((await sandbox.now()).getTime() + 5 * 60_000))
  await page.evaluate(() => fetch('/api/connections', { method: 'DELETE', headers: { 'x-foyer': '1' } }))
  await page.reload()
  await expect(page.getByRole('button', { name: `Connect GoTo to start: ${subject}` })).toBeVisible()
  for (const width of [1280, 1024, 360]) {
    await page.setViewportSize({ width, height: 800 })
    for (const path of ['/', '/meetings']) {
      await page.goto(path)
      const start = rowOf(page, subject).getByRole('button', { name: `Start: ${subject}` })
      await expect(start).toBeVisible()
      await expect(start).toHaveAccessibleDescription(/GoTo isn’t connected/)
      const spills = await rowOf(page, subject).evaluate((row) =>
        [...row.children].filter((part) => part.scrollWidth > part.clientWidth + 1).map(({ className }) => className),
      )
      expect(
        spills.filter((name) => name.includes('press')),
        `${path} at ${width}`,
      ).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
  }
  await expectAccessible(page)
  await rowOf(page, subject)
    .getByRole('button', { name: `Start: ${subject}` })
    .click()
  await pickAtProvider(page, 'olivia@example.com', 'goto')
  await expect(page).toHaveURL(/\/meetings$/)
  await expect(rowOf(page, subject).getByRole('button', { name: `Start: ${subject}` })).not.toHaveAttribute('title')
})

test('a subject nobody can see is an empty one; one from right to left leaves the words around it in order', async ({
  browserOf,
}) => {
  const { page } = await browserOf('olivia', 'goto')
  await page.goto('/meetings/new')
  await page.getByLabel('Subject', { exact: true }).fill('\u3164\u200B\u202E')
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(page.getByText('A meeting needs a subject.').first()).toBeVisible()

  const subject = 'סקירה 42'
  await createByForm(page, subject)
  // The number belongs to the subject, and what follows stands to the right of both.
  const sentence = notices(page).getByText(/scheduled for/)
  const [at, number, after] = await sentence.evaluate((node) => {
    const text = node.firstChild as Text
    return ['סקירה', '42', 'scheduled'].map((word) => {
      const range = document.createRange()
      const start = text.data.indexOf(word)
      range.setStart(text, start)
      range.setEnd(text, start + word.length)
      return range.getBoundingClientRect().left
    })
  })
  expect(number).toBeLessThan(at ?? 0)
  expect(after).toBeGreaterThan(at ?? 0)
})

function notices(page: Page): Locator {
  return page.getByRole('region', { name: 'Notices' })
}

function rowOf(page: Page, subject: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: subject, exact: true }) })
}
