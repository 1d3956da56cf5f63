import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

const box = (page: Page): Locator => page.getByRole('combobox', { name: 'Invited' })
const chip = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true })

/** As from a mail or a sheet. */
async function paste(page: Page, text: string): Promise<void> {
  await box(page).evaluate((input, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', pasted)
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

for (const width of [1280, 360])
  test(`a pasted list, a group without one of its people and a corrected name are invited, and stay so, at ${width} px`, async ({
    browserOf,
  }) => {
    test.setTimeout(120_000)
    const { page } = await browserOf('olivia', 'goto')
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/meetings/new')
    await page.getByLabel('Subject', { exact: true }).fill(`Launch ${width}`)
    await paste(page, "Keller, Adam; Nobody Such\nPat O'Brien\tpat.o'brien@customer.example\njörg@example.org; sales")
    await expect(chip(page, "Pat O'Brien optional")).toBeVisible()
    await expect(page.getByText(/“jörg@example.org” can’t be invited: many mail servers refuse “ö”/)).toBeVisible()
    await expect(chip(page, 'Adam Keller optional')).toBeVisible()
    await expect(chip(page, 'Nobody Such unknown')).toBeVisible()
    await expect(page.getByText(/Foyer knows nobody called “Nobody Such”/)).toBeVisible()

    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
    }

    // What is unclear is corrected where it stands.
    await chip(page, 'jörg@example.org can’t be invited').click()
    await expect(box(page)).toBeFocused()
    await expect(box(page)).toHaveValue('jörg@example.org')
    await box(page).fill('joerg@müller.example')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowLeft')
    await expect(chip(page, 'Nobody Such unknown')).toBeFocused()
    await page.keyboard.press('Backspace')
    await expect(chip(page, 'Nobody Such unknown')).toHaveCount(0)

    const group = chip(page, /^Sales · \d+ optional$/)
    await group.click()
    const panel = page.getByRole('region', { name: /^Sales/ })
    await panel.getByText('All required').click()
    await panel.getByLabel('Mara Lindqvist').uncheck()
    await expectAccessible(page)
    await expect(page.getByText(/^\d+ people, \d+ required\./)).toBeVisible()
    const said = (await page.getByText(/^\d+ people, \d+ required\./).textContent()) ?? ''
    const [, people = '', required = ''] = /^(\d+) people, (\d+) required/.exec(said) ?? []
    expect(Number(people)).toBe(Number(required) + 3)

    await page.getByRole('button', { name: 'Create meeting' }).click()
    await expect(page).toHaveURL(/\/meetings\/[0-9a-f-]{36}$/)
    await expect(page.getByText(new RegExp(`^${people} invited · ${required} required`))).toBeVisible()
    await expect(page.getByText('Mara Lindqvist')).toHaveCount(0)

    await page.getByRole('link', { name: 'Edit' }).click()
    await expect(chip(page, `Sales · ${required} required`)).toBeVisible()
    await expect(page.getByText(`${people} people, ${required} required.`)).toBeVisible()
    await chip(page, `Sales · ${required} required`).click()
    await expect(page.getByRole('region', { name: /^Sales/ }).getByLabel('Mara Lindqvist')).not.toBeChecked()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })

test('a guest’s name is their organizer’s alone, and a name of the company is completed at once', async ({
  browserOf,
}) => {
  const mara = (await browserOf('mara', 'goto')).page
  await mara.goto('/meetings/new')
  await mara.getByLabel('Subject', { exact: true }).fill('Private guests')
  await paste(mara, 'Bobby Tables <bob.tables@customer.example>; Olivia Marsh')
  await expect(chip(mara, 'Olivia Marsh optional')).toBeVisible()
  await mara.getByRole('button', { name: 'Create meeting' }).click()
  await expect(mara).toHaveURL(/\/meetings\/[0-9a-f-]{36}$/)

  const { page } = await browserOf('olivia', 'goto')
  await page.goto('/meetings/new')
  await box(page).fill('Bobby Tables')
  await expect(page.getByText(/No results for “Bobby Tables”/)).toBeVisible()
  await box(page).fill('bob.tables@customer.example')
  await page.keyboard.press('Enter')
  await page.getByLabel('Subject', { exact: true }).fill('Own guests')
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(page).toHaveURL(/\/meetings\/[0-9a-f-]{36}$/)
  await expect(page.getByText('bob.tables', { exact: true })).toBeVisible()
  await expect(page.getByText('Bobby Tables')).toHaveCount(0)
})

test('an address that can’t be invited is refused by name while it is typed, and a quick Enter keeps it marked', async ({
  browserOf,
}) => {
  const { page } = await browserOf('olivia', 'goto')
  await page.goto('/meetings/new')
  await box(page).pressSequentially('jörg@example.org')
  await expect(page.getByText(/“jörg@example.org” can’t be invited: many mail servers refuse “ö”/)).toBeVisible()
  await expect(page.getByText(/Enter a full address/)).toHaveCount(0)
  await box(page).fill('')
  await box(page).pressSequentially('jürg@example.org\n')
  await expect(chip(page, 'jürg@example.org can’t be invited')).toBeVisible()
})
