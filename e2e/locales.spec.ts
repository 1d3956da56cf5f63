import type { BrowserContext, Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import type { MeetingList } from '#lib/meetings/schema.ts'
import { addDays } from '#lib/time/day.ts'
import { dayKey, formatDay, zoneLabel } from '#lib/time/format.ts'
import { instantsOf } from '#lib/time/local.ts'
import { expect, signIn, test } from './fixtures.ts'
import { downloadFrom, pastSession } from './report.ts'

const people = [
  {
    locale: 'en-US',
    timezoneId: 'America/New_York',
    zone: 'America/New York',
    typed: '2:30pm',
    shown: '2:30–3:00 PM',
    field: '2:30 PM',
    half: 'AM|PM',
    format: 'yyyy-mm-dd h:mm:ss AM/PM',
    week: 'Su',
  },
  {
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    zone: 'Europe/Berlin',
    typed: '1430',
    shown: '14:30–15:00',
    field: '14:30',
    half: null,
    format: 'yyyy-mm-dd hh:mm:ss',
    week: 'Mo',
  },
  {
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    zone: 'Asia/Kolkata',
    typed: '2:30 pm',
    shown: '2:30–3:00 pm',
    field: '2:30 pm',
    half: 'am|pm',
    format: 'yyyy-mm-dd h:mm:ss AM/PM',
    week: 'Su',
  },
]

for (const { locale, timezoneId, zone, typed, shown, field, half, format, week } of people) {
  test(`${locale} in ${zone}: form, page, list, report and file have one clock`, async ({ openBrowser, sandbox }) => {
    const context = await openBrowser({ locale, timezoneId })
    const page = await context.newPage()
    await signIn(page, 'olivia', 'goto')
    const subject = `Clock of ${locale}`
    const day = addDays(dayKey(await sandbox.now(), timezoneId), 1)
    const [startsAt = ''] = instantsOf(day, '14:30', timezoneId)
    const label = zoneLabel(startsAt, timezoneId)

    await page.goto('/meetings/new')
    await expect(page.getByRole('button', { name: `Time zone ${zone} · ${label}: choose another` })).toBeVisible()
    await page.getByLabel('Subject', { exact: true }).fill(subject)
    await page.getByLabel('Starts: day').fill('tomorrow')
    await page.getByLabel('Starts: time').fill(typed)
    await page.getByLabel('Subject', { exact: true }).focus()
    await expect(page.getByLabel('Starts: time')).toHaveValue(new RegExp(`^${field.replace(' ', '\\s')}$`))
    await expect(
      page.getByText(`${formatDay(startsAt, timezoneId, await sandbox.now())}, ${shown} ${label} · 30 min`),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Open calendar' }).click()
    await expect(page.getByRole('columnheader').first()).toHaveText(week)
    await page.keyboard.press('Escape')
    await expectOneClock(page, half)
    await page.getByRole('button', { name: 'Create meeting' }).click()

    await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible()
    await expect(page.getByRole('main').getByText(shown).first()).toBeVisible()
    await expectOneClock(page, half)
    await page.goto(`/?q=${encodeURIComponent(subject)}`)
    await expect(page.getByText(shown).first()).toBeVisible()
    await expectOneClock(page, half)
    await expectOneClockOnPhone(page, half)

    const admin = await openBrowser({ locale, timezoneId })
    const report = await admin.newPage()
    await signIn(report, 'adam')
    await report.goto(`/history/${await pastSession(report)}`)
    await expect(report.getByRole('button', { name: 'Download' })).toBeVisible()
    await expectOneClock(report, half)
    const download = await downloadFrom(report, /^Excel/)
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(await download.path())
    expect(book.getWorksheet('People')?.getCell('B3').numFmt).toBe(format)
    await expectOneClockOnPhone(report, half)
  })
}

for (const { locale, timezoneId } of people)
  test(`${locale} on a small and a wide screen: a row shows its subject whole, and nothing beside it is cut`, async ({
    openBrowser,
    sandbox,
  }) => {
    const context = await openBrowser({ locale, timezoneId })
    const page = await context.newPage()
    await page.route(/\/api\/meetings\?/, async (route) => {
      const answer = await route.fetch()
      // Unchanged is what the page has already.
      if (answer.status() === 304) return route.fulfill({ response: answer })
      await route.fulfill({
        response: answer,
        json: withOtherDays(await answer.json(), await sandbox.now(), timezoneId),
      })
    })
    await signIn(page, 'erin')
    await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible()
    for (const width of [1024, 1280, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await page.evaluate(tightRows), `at ${width} px`).toEqual([])
    }
    // The first list comes with the page, the next one is asked for.
    await page.getByRole('searchbox').fill('m')
    await expect(page.getByRole('heading', { level: 3, name: 'Overdue since yesterday' })).toBeVisible()
    for (const width of [1024, 1280, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await page.evaluate(tightRows), `at ${width} px`).toEqual([])
    }
  })

test('the clock chosen in Settings is the one of every page, from its first paint, in every browser', async ({
  openBrowser,
}) => {
  const context = await openBrowser({ locale: 'en-US' })
  const page = await context.newPage()
  await signIn(page, 'erin')
  await page.goto('/settings')
  await page.getByRole('group', { name: 'Clock' }).getByText('24-hour').click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expect(page.getByRole('radio', { name: '24-hour' })).toBeFocused()
  await expect(page.getByText(/now \d\d:\d\d C/)).toBeVisible()
  await expectOneClock(page, null)
  await page.goto('/meetings')
  await expectOneClock(page, null)

  const otherContext = await openBrowser({ locale: 'en-US' })
  const painted = await recordTimes(otherContext)
  const other = await otherContext.newPage()
  await signIn(other, 'erin')
  await other.goto('/settings')
  await expect(other.getByRole('radio', { name: '24-hour' })).toBeChecked()
  await expectOneClock(other, null)
  await expect(other.getByText(/now \d\d:\d\d C/)).toBeVisible()
  expect(painted.size).toBeGreaterThan(0)
  expect([...painted].filter((time) => /m/i.test(time))).toEqual([])
  await other.getByRole('group', { name: 'Clock' }).getByText('As my browser').click()
  await expect(other.getByText(/now \d{1,2}:\d\d\s(AM|PM) C/)).toBeVisible()
  await expect(other.getByText('Saved', { exact: true })).toBeVisible()
})

/** Instead of that list what there is most to say about: meetings of other days under Now, joined on other days. */
function withOtherDays(list: MeetingList, now: Date, zone: string): MeetingList {
  const like = list.items.find(({ startsAt }) => startsAt !== null)
  if (!like) throw new Error('No meeting of the list has a time.')
  const today = dayKey(now, zone)
  const at = (days: number, time: string): string => instantsOf(addDays(today, days), time, zone)[0] ?? ''
  const joinWindow = { opensAt: at(-9, '12:00'), closesAt: at(9, '12:00') }
  const invented = [
    { subject: 'Live since yesterday', state: 'live', startsAt: at(-1, '22:56'), endsAt: at(1, '10:26') },
    { subject: 'Joined late last night', state: 'live', startsAt: at(-1, '23:56'), endsAt: at(0, '00:26') },
    { subject: 'Waited for too early', state: 'waiting', startsAt: at(1, '23:56'), endsAt: at(2, '00:26') },
    { subject: 'Joined too early', state: 'waiting', startsAt: at(6, '10:56'), endsAt: at(6, '12:26') },
    { subject: 'Overdue since yesterday', state: 'waiting', startsAt: at(-1, '22:56'), endsAt: at(-1, '23:26') },
  ] as const
  const items = invented.map((meeting, index) => ({
    ...like,
    ...meeting,
    id: otherId(index),
    joinWindow,
    joinPresses: 12,
  }))
  const joined = { [otherId(1)]: at(-1, '23:57'), [otherId(3)]: at(-4, '12:57') }
  return { ...list, items, joined, nextCursor: null }
}

function otherId(index: number): string {
  return `00000000-0000-4000-8000-00000000000${index}`
}

/** Rows whose subject of an ordinary length is cut, that grew too tall, or in which something runs into something else. */
function tightRows(): string[] {
  return [...document.querySelectorAll('main li[id^=meeting-]')].flatMap((row) => {
    const subject = row.querySelector('h3')
    const time = row.querySelector('time')
    if (!subject || !time) return []
    const isCut = (subject.textContent ?? '').length <= 30 && subject.scrollWidth > subject.clientWidth
    const isTall = row.getBoundingClientRect().height > 60
    const isOver = [...row.children].some((child) => child !== subject && child.scrollWidth > child.clientWidth + 1)
    const isIntoSubject = time.getBoundingClientRect().right > subject.getBoundingClientRect().left
    return isCut || isTall || isOver || isIntoSubject ? [row.textContent ?? ''] : []
  })
}

/** Every time that pages of Foyer show in any frame, from their first on. */
async function recordTimes(context: BrowserContext): Promise<Set<string>> {
  const painted = new Set<string>()
  await context.exposeFunction('sawTimes', (times: string[]) => {
    for (const time of times) painted.add(time)
  })
  await context.addInitScript(() => {
    const { sawTimes } = globalThis as unknown as { sawTimes: (times: string[]) => void }
    function look(): void {
      // Only Foyer's own pages know a clock.
      const text = document.documentElement?.dataset.clock ? (document.body?.innerText ?? '') : ''
      const times = text.match(/\b\d{1,2}:\d\d(?:\s?[ap]\.?m)?/gi)
      if (times) sawTimes(times)
      requestAnimationFrame(look)
    }
    look()
  })
  return painted
}

/** Every time on the page is of 12 hours with that half, or none is. */
async function expectOneClock(page: Page, half: string | null): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  const text = (await page.locator('body').innerText()).replaceAll(/GMT[+−-]\d+:\d\d/g, '')
  if (half === null) {
    expect(text).not.toMatch(/\d\s?[ap]\.?m\b/i)
    return
  }
  const twelve = new RegExp(
    `\\d{1,2}:\\d\\d(?:\\s(?:${half}))?–\\d{1,2}:\\d\\d\\s(?:${half})|\\d{1,2}:\\d\\d\\s(?:${half})`,
    'g',
  )
  expect(text.replaceAll(twelve, '').match(/.{0,20}\d:\d\d.{0,20}/g) ?? []).toEqual([])
}

/** And its longer words fit a small screen, here in the dark. */
async function expectOneClockOnPhone(page: Page, half: string | null): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectOneClock(page, half)
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBe(360)
}
