import type { BrowserContext, Page } from '@playwright/test'
import { formatMeetingId } from '#lib/meeting-id.ts'
import { alertOn, expect, test } from './fixtures.ts'
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

test('a typed ID leads to its meeting, and nonsense gets a sentence', async ({ browserOf, sandbox }) => {
  const meeting = await liveMeeting(sandbox, 'Known by its ID')
  const { page, context } = await browserOf('erin')
  const field = page.getByLabel('Join by ID')
  await field.fill('12-34')
  await field.press('Enter')
  await expect(alertOn(page)).toContainText('nine digits')
  await field.fill(formatMeetingId(meeting.id))
  const [tab] = await Promise.all([context.waitForEvent('page'), field.press('Enter')])
  // Whether Foyer has read of it by now or not: the host has begun, so it is where everybody goes.
  await expect(tab).toHaveURL(new RegExp(`127\\.0\\.0\\.1:\\d+/join/${meeting.id}`))
  await sandbox.act({ meetingId: meeting.id, do: 'end' })
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
