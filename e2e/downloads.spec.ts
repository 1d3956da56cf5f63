import { readFile } from 'node:fs/promises'
import type { Download } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from './fixtures.ts'
import { reach } from './keys.ts'
import { downloadFrom } from './report.ts'

test('with the keyboard, in German: the menu opens, is searched by letters, closes, and gives a CSV that German spreadsheets read', async ({
  openBrowser,
}) => {
  test.setTimeout(120_000)
  const context = await openBrowser({ locale: 'de-DE' })
  const page = await context.newPage()
  await signIn(page, 'adam')
  await page.goto('/history?view=people')
  // A file has all of it, so it is only there once Foyer has read it.
  await expect(page.getByText(/^as of /)).toBeVisible({ timeout: 60_000 })
  const button = page.getByRole('button', { name: 'Download' })
  const menu = page.getByRole('menu', { name: 'Download' })
  const csv = menu.getByRole('menuitem', { name: /^CSV/ })

  await reach(page, button)
  await page.keyboard.press('Enter')
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(button).toBeFocused()

  await page.keyboard.press('ArrowDown')
  await expect(menu.getByRole('menuitem', { name: 'Excel (.xlsx)' })).toBeFocused()
  await page.keyboard.press('End')
  await expect(csv.last()).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('c')
  await expect(csv.first()).toBeFocused()
  await expect(csv.first()).toHaveText('CSV with semicolons numbers like 1,5')
  // The library's own guards of the focus.
  await expectAccessible(page, ['aria-hidden-focus'])
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  await expect(menu).toHaveCount(0)
  await expect(button).toBeFocused()

  expect(download.suggestedFilename()).toMatch(/^Attendance \d{4}-\d\d-\d\d\.csv$/)
  const bytes = await bytesOf(download)
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [head = '', ...lines] = bytes.toString('utf8').split('\r\n')
  expect(head.split(';').length).toBeGreaterThan(5)
  expect(lines.some((line) => /;\d+,\d;/.test(line))).toBe(true)
  expect(lines.some((line) => /;\d+\.\d;/.test(line))).toBe(false)
})

test('with the pointer, on a phone: everything fits, the workbook is one, and commas are there for programs', async ({
  browserOf,
}) => {
  const { page } = await browserOf('adam')
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto('/history?all=1')
  await page
    .locator('a[href^="/history/"]')
    .filter({ hasText: /people|person/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Download' }).click()
  const menu = page.getByRole('menu', { name: 'Download' })
  await expect(menu.getByRole('group', { name: /^Stays · \d+ rows?$/ })).toBeVisible()
  const box = await menu.boundingBox()
  expect(box && box.x >= 0 && box.x + box.width <= 360 && box.y >= 0 && box.y + box.height <= 640).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await expectAccessible(page, ['aria-hidden-focus'])
  await page.keyboard.press('Escape')

  const workbook = await downloadFrom(page, /^Excel/)
  expect(workbook.suggestedFilename()).toMatch(/\.xlsx$/)
  expect((await bytesOf(workbook)).subarray(0, 4).toString('latin1')).toBe('PK\x03\x04')
  const lines = (await bytesOf(await downloadFrom(page, /^CSV with commas/, /^People ·/)))
    .toString('utf8')
    .split('\r\n')
  expect(lines[0]?.split(',').length).toBeGreaterThan(5)
})

test('a file that cannot be had says why, and who is no longer signed in is asked to sign in', async ({
  browserOf,
}) => {
  const { page, context } = await browserOf('adam')
  await page.goto('/history?all=1')
  await expect(page.locator('a[href^="/history/"]').first()).toBeVisible()
  // The thirteenth of a burst is one too many; by the time of the press there would be room again.
  const refusal = await page.evaluate(async () => {
    let answer = await fetch('/api/history.csv?from=2026-11-24')
    for (let nth = 0; nth < 60 && answer.ok; nth++) answer = await fetch('/api/history.csv?from=2026-11-24')
    return { status: answer.status, body: await answer.text() }
  })
  expect(refusal.status).toBe(429)
  await page.route('**/api/history.xlsx**', (route) => route.fulfill(refusal), { times: 1 })
  await page.getByRole('button', { name: 'Download' }).click()
  await page.getByRole('menuitem', { name: /^Excel/ }).click()
  const said = `Nothing was downloaded. ${(JSON.parse(refusal.body) as { detail: string }).detail}`
  await expect(page.getByText(said)).toBeVisible()
  await expect(page).toHaveURL(/\/history\?all=1$/)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Try again' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  await expect(page.getByText(said)).toHaveCount(0)

  await context.clearCookies()
  await page.getByRole('button', { name: 'Download' }).click()
  await page.getByRole('menuitem', { name: /^CSV/ }).first().click()
  await expect(page).toHaveURL(/\/sign-in\?from=%2Fhistory/)
})

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}
