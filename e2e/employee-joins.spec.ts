import type { BrowserContext, Page } from '@playwright/test'
import { formatMeetingId } from '#lib/meeting-id.ts'
import { alertOn, expect, expectAccessible, test } from './fixtures.ts'
import { attendeesOf, liveMeeting, type OpenMeeting, planMeeting, readNow } from './organizer.ts'
import { countPresses } from './presses.ts'

test('an employee joins a live meeting with one press, and the list remembers it', async ({ browserOf, sandbox }) => {
  const admin = await browserOf('adam')
  const meeting = await liveMeeting(sandbox, 'Joined with one press')
  await readNow(admin.page)
  const { page, context } = await browserOf('erin')
  const row = page
    .getByRole('region', { name: 'Now' })
    .getByRole('listitem')
    .filter({ hasText: 'Joined with one press' })
  await expect(row.getByText('Live', { exact: true })).toBeVisible()
  const presses = await countPresses(page)
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    row.getByRole('link', { name: 'Join now: Joined with one press' }).click(),
  ])
  await expect(tab).toHaveURL(new RegExp(`127\\.0\\.0\\.1:\\d+/join/${meeting.id}`))
  expect(await presses()).toBe(1)
  await expect(tab.getByRole('heading', { name: 'Joined with one press' })).toBeVisible()
  await expect(row.getByRole('link', { name: 'Open again: Joined with one press' })).toBeVisible()
  await expect(row.getByText(pressed)).toBeVisible()
  await sandbox.act({ meetingId: meeting.id, do: 'end' })
})

test('an employee waits for a host, is taken in when the meeting starts, and is among its attendees', async ({
  browserOf,
  sandbox,
}) => {
  const admin = await browserOf('adam')
  const meeting = await planMeeting(sandbox, { subject: 'Waiting room <trial>', startsInMinutes: 5 })
  await readNow(admin.page)

  const { page, context } = await browserOf('erin')
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Join now: Waiting room <trial>' }).click(),
  ])
  await expect(tab.getByText(/Waiting for Olivia Marsh to start/).first()).toBeVisible()
  await expect(page.getByText(pressed).first()).toBeVisible()

  await startAsHost(context, meeting)
  await expect(tab).toHaveURL(new RegExp(`/join/${meeting.id}`))
  await joinAndLeave(tab, 'Erin Walsh', 'erin@example.com')
  await endAsHost(context)

  await sandbox.settings({ historyDelaySeconds: 0 })
  const attendees = await attendeesOf(sandbox, meeting.id)
  expect(attendees).toHaveLength(1)
  expect(attendees[0]).toMatchObject({ attendeeName: 'Erin Walsh', attendeeEmail: 'erin@example.com' })
})

test('a meeting that has not opened says when it does, and opens nothing', async ({ browserOf, sandbox }) => {
  const admin = await browserOf('adam')
  await planMeeting(sandbox, { subject: 'Much later today', startsInMinutes: 90 })
  await readNow(admin.page)
  const { page } = await browserOf('erin')
  await page.getByRole('searchbox').fill('Much later')
  const row = page.getByRole('listitem').filter({ hasText: 'Much later today' })
  await expect(row.getByText(/^opens (?:(?:today|tomorrow) )?\d\d:\d\d$/)).toBeVisible()
  await expect(row.getByRole('link', { name: /Join/ })).toHaveCount(0)
  await expect(page).toHaveURL(/[?&]q=Much/)
})

test('a pasted invitation leads to its meeting with one press, and nonsense gets a sentence', async ({
  browserOf,
  sandbox,
}) => {
  const admin = await browserOf('adam')
  const meeting = await liveMeeting(sandbox, 'Known by its ID')
  await readNow(admin.page)
  const { page, context } = await browserOf('erin')
  const field = page.getByLabel('Join by ID')
  await field.fill('12-34')
  await field.press('Enter')
  await expect(alertOn(page)).toContainText('nine digits')
  await field.fill(
    `<https://meet.goto.com/${meeting.id}> Access Code: ${formatMeetingId(meeting.id).replaceAll('-', '\u2011')}`,
  )
  const presses = await countPresses(page)
  const [tab] = await Promise.all([context.waitForEvent('page'), field.press('Enter')])
  await expect(tab).toHaveURL(new RegExp(`127\\.0\\.0\\.1:\\d+/join/${meeting.id}`))
  expect(await presses()).toBe(1)
  await sandbox.act({ meetingId: meeting.id, do: 'end' })
})

test('an ID that Foyer doesn’t know is asked about, and another site’s link presses nothing', async ({
  browserOf,
  sandbox,
}) => {
  const admin = await browserOf('adam')
  await planMeeting(sandbox, { subject: 'Linked from elsewhere', startsInMinutes: 5 })
  await readNow(admin.page)
  const { page, context } = await browserOf('erin')
  const asked: string[] = []
  context.on('request', (request) => {
    if (request.method() === 'POST') asked.push(new URL(request.url()).pathname)
  })
  const typed = page.getByLabel('Join by ID')
  await typed.fill('999-888-777')
  const [tab] = await Promise.all([context.waitForEvent('page'), typed.press('Enter')])
  await expect(tab.getByRole('heading', { name: 'Open 999-888-777 at GoTo?' })).toBeVisible()
  await expectAccessible(tab)
  await tab.close()

  const address = await page.getByRole('link', { name: 'Join now: Linked from elsewhere' }).getAttribute('href')
  const portal = new URL(page.url()).origin
  const links = ['/meetings/999888777/join', address].map((path) => `<a href="${portal}${path}">${path}</a>`).join(' ')
  await context.route('http://elsewhere.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Elsewhere</title>${links}` }),
  )
  await page.goto('http://elsewhere.example/')
  await page.getByRole('link').first().click()
  await expect(page.getByRole('button', { name: 'Join at GoTo' })).toBeVisible()
  await page.goto('http://elsewhere.example/')
  await page.getByRole('link').last().click()
  await expect(page.getByRole('heading', { name: 'Join this meeting?' })).toBeVisible()
  await expectAccessible(page)
  expect(asked).toEqual([])
  const presses = await countPresses(page)
  await page.getByRole('button', { name: 'Join now' }).click()
  await expect(page.getByText(/Waiting for Olivia Marsh to start/).first()).toBeVisible()
  expect(await presses()).toBe(1)
  expect(asked).toEqual([`/api${address}`])
})

test('J opens the meeting that shows it, what is live before what is about to start, and its page says where it stands', async ({
  browserOf,
  sandbox,
}) => {
  const admin = await browserOf('adam')
  await planMeeting(sandbox, { subject: 'J test, about to start', startsInMinutes: 4 })
  const live = await liveMeeting(sandbox, 'J test, live')
  await readNow(admin.page)
  const { page, context } = await browserOf('erin')
  await page.getByRole('searchbox').fill('J test')
  const rows = page.getByRole('region', { name: 'Now' }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('J test, live')
  await expect(rows.first().locator('kbd')).toHaveText('J')
  await expect(page.locator('kbd')).toHaveCount(1)
  await page.getByRole('link', { name: 'J test, about to start', exact: true }).click()
  await expect(page.getByText(/^Starts in \d min\.$|^Starting now\.$/)).toBeVisible()
  await expect(page.getByText('Not invited by name. Open to everybody in the company.')).toBeVisible()
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    await expectAccessible(page)
  }
  await page.goBack()
  await expect(rows).toHaveCount(2)
  const [tab] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('j')])
  await expect(tab).toHaveURL(new RegExp(`127\\.0\\.0\\.1:\\d+/join/${live.id}`))
  // Pressed once: the next one's turn.
  await expect(rows.last().locator('kbd')).toHaveText('J')
  await sandbox.act({ meetingId: live.id, do: 'end' })
})

test('search and filters live in the address and find what they say', async ({ browserOf }) => {
  const { page } = await browserOf('erin')
  const first = page.getByRole('heading', { level: 3 }).first()
  await expect(first).toBeVisible()
  await page.getByRole('searchbox').fill('zzz no such meeting')
  await expect(page.getByText(/No results for/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/No results for/)).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(first).toBeVisible()
  await expect(page).not.toHaveURL(/q=/)
})

/** A press before midnight comes with its day. */
const pressed = /^Pressed Join (?:\w+ \d+ \w+, )?\d\d:\d\d$/

async function startAsHost(context: BrowserContext, meeting: OpenMeeting): Promise<void> {
  const host = await context.newPage()
  await host.goto(await meeting.hostUrl())
  await host.getByRole('button', { name: 'Start' }).click()
}

async function endAsHost(context: BrowserContext): Promise<void> {
  const host = context.pages().at(-1)
  await host?.getByRole('button', { name: 'End' }).click()
}

async function joinAndLeave(tab: Page, name: string, email: string): Promise<void> {
  await tab.getByLabel('Your name').fill(name)
  await tab.getByLabel('E-mail (optional)').fill(email)
  await tab.getByRole('button', { name: 'Join' }).click()
  await tab.getByRole('button', { name: 'Leave' }).click()
}
