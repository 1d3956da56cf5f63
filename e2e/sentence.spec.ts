import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from './fixtures.ts'
import type { SandboxControl } from './sandbox.ts'

const places = [
  {
    where: 'New York, with an American browser',
    browser: { locale: 'en-US', timezoneId: 'America/New_York' },
    text: (year: number) => `Numbers over there 12/01/${year} 3pm CET 45m`,
    subject: 'Numbers over there',
    offer: (year: number) => new RegExp(`1 Dec ${year}, .*9:00.*EST.*CET`),
    startsAt: (year: number) => `${year}-12-01T14:00:00.000Z`,
    minutes: 45,
  },
  {
    where: 'Berlin, with a German browser',
    browser: { locale: 'de-DE', timezoneId: 'Europe/Berlin' },
    text: (year: number) => `Zahlen von hier am 12/01/${year} um 10 Uhr für eine Stunde`,
    subject: 'Zahlen von hier',
    offer: (year: number) => new RegExp(`12 Jan ${year}, 10:00–11:00 CET`),
    startsAt: (year: number) => `${year}-01-12T09:00:00.000Z`,
    minutes: 60,
  },
]

for (const { where, browser, text, subject, offer, startsAt, minutes } of places) {
  test(`in ${where}, a sentence is offered as it was understood, and one press creates it`, async ({
    openBrowser,
    sandbox,
  }) => {
    test.setTimeout(120_000)
    const page = await (await openBrowser(browser)).newPage()
    await signIn(page, 'olivia', 'goto')
    const year = (await sandbox.now()).getUTCFullYear() + 1
    await typeInPalette(page, text(year))
    await expect(page.getByRole('option', { name: offer(year) }).first()).toBeVisible()
    await expect(offered(page, subject)).toHaveAttribute('aria-selected', 'true')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(page.getByText(`“${subject}” scheduled for`).first()).toBeVisible()
    const made = await atGoto(sandbox, subject)
    expect(made).toEqual([{ startsAt: startsAt(year), minutes }])
  })
}

test('what could mean another day is asked, a repetition is offered once, and the last entry opens the form', async ({
  browserOf,
  sandbox,
}) => {
  test.setTimeout(120_000)
  const { page } = await browserOf('olivia', 'goto')
  await typeInPalette(page, 'Asked about on 31 February 10:00')
  await expect(page.getByRole('option', { name: /is not in the calendar. Which day did you mean\?/ })).toBeVisible()
  await expect(page.getByRole('option', { name: /^Create “.+” — / })).toHaveCount(0)
  await expectAccessible(page)

  await page.getByRole('dialog').getByRole('combobox').fill('Stand-up jeden Montag 9:30 Uhr')
  await expect(offered(page, 'Stand-up')).toContainText(/Mon \d+ \w+, 09:30–10:00 .*Series come later\./)

  await page.getByRole('dialog').getByRole('combobox').fill('Log tomorrow 10:00 45m')
  await expect(page.getByRole('option').last()).toHaveText('Create “Log” …Open form')
  // Whatever else is found.
  await page.getByRole('dialog').getByRole('combobox').fill('Log')
  await expect(page.getByRole('option', { name: 'Log off' })).toBeVisible()
  await expect(page.getByRole('option').last()).toHaveText('Create “Log” …Open form')
  await page.getByRole('dialog').getByRole('combobox').fill('“Log on Friday” tomorrow 10:00 45m')
  await page.getByRole('option').last().click()
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue('Log on Friday')
  await expect(page.getByRole('radio', { name: /^45/ })).toBeChecked()
  expect(await atGoto(sandbox, 'Log on Friday')).toEqual([])
})

async function typeInPalette(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('Search or type “Lunch Fri 12:30”')).toBeFocused()
  await page.keyboard.type(text)
}

function offered(page: Page, subject: string): Locator {
  return page.getByRole('option', { name: new RegExp(`^Create “${subject}” — `) })
}

async function atGoto(sandbox: SandboxControl, subject: string): Promise<{ startsAt: string; minutes: number }[]> {
  const planned = (await sandbox.goto('olivia@example.com', 'GET', '/upcomingMeetings')) as Record<string, string>[]
  const instant = (text = '') => Date.parse(text.replace('.+0000', 'Z'))
  return planned
    .filter((meeting) => meeting.subject === subject)
    .map(({ startTime, endTime }) => ({
      startsAt: new Date(instant(startTime)).toISOString(),
      minutes: (instant(endTime) - instant(startTime)) / 60_000,
    }))
}
