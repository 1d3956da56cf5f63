import type { BrowserContext, Page } from '@playwright/test'
import { formatMeetingId } from '#lib/meeting-id.ts'
import { expect, signIn, test } from './fixtures.ts'
import { liveMeeting, planMeeting, readNow } from './organizer.ts'

/** Each somebody else: whose Join was pressed is next for nobody. */
const people = [
  { who: 'erin', locale: 'en-US', timezoneId: 'America/New_York', half: 'AM|PM' },
  { who: 'mara', locale: 'en-IN', timezoneId: 'Asia/Kolkata', half: 'am|pm' },
] as const

test('joining is the same in New York and in Kolkata: order and J of Now, typed IDs, and what a meeting’s page says', async ({
  browserOf,
  openBrowser,
  sandbox,
}) => {
  test.setTimeout(120_000)
  const admin = await browserOf('adam')
  await planMeeting(sandbox, { subject: 'Faraway, soon', startsInMinutes: 4 })
  await planMeeting(sandbox, { subject: 'Faraway, later', startsInMinutes: 90 })
  const live = await liveMeeting(sandbox, 'Faraway, live')
  await readNow(admin.page)
  for (const { who, locale, timezoneId, half } of people)
    await test.step(`${locale} in ${timezoneId}`, async () => {
      const context = await openBrowser({ locale, timezoneId })
      const page = await context.newPage()
      await signIn(page, who)

      await page.getByRole('searchbox').fill('Faraway')
      const rows = page.getByRole('region', { name: 'Now' }).getByRole('listitem')
      await expect(rows.getByRole('heading')).toHaveText(['Faraway, live', 'Faraway, soon'])
      await expect(rows.first().locator('kbd')).toHaveText('J')
      await expect(page.locator('kbd')).toHaveCount(1)
      await page.getByRole('link', { name: 'Faraway, later', exact: true }).click()
      await expect(page.getByText(new RegExp(`^Opens (?:\\w+ )?at \\d{1,2}:\\d\\d\\s(?:${half})\\.$`))).toBeVisible()
      await page.goBack()
      await expect(rows).toHaveCount(2)

      const atGoto = new RegExp(`127\\.0\\.0\\.1:\\d+/join/${live.id}`)
      const joined = await openedBy(context, () => page.keyboard.press('j'))
      await expect(joined).toHaveURL(atGoto)
      await joined.close()
      // Pressed once: the next one’s turn.
      await expect(rows.last().locator('kbd')).toHaveText('J')

      const field = page.getByLabel('Join by ID')
      const hyphened = formatMeetingId(live.id).replaceAll('-', '\u2011')
      for (const typed of [`meet.goto.com/${live.id}`, `Access Code: ${hyphened}`]) {
        await field.fill(typed)
        const tab = await openedBy(context, () => field.press('Enter'))
        await expect(tab, typed).toHaveURL(atGoto)
        await tab.close()
      }
      await field.fill('999 888 777')
      const asking = await openedBy(context, () => field.press('Enter'))
      await expect(asking.getByRole('heading', { name: 'Open 999-888-777 at GoTo?' })).toBeVisible()
      await asking.close()
    })
  await sandbox.act({ meetingId: live.id, do: 'end' })
})

async function openedBy(context: BrowserContext, press: () => Promise<void>): Promise<Page> {
  const [tab] = await Promise.all([context.waitForEvent('page'), press()])
  return tab
}
