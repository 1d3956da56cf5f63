import type { Locator, Page } from '@playwright/test'
import { alertOn, expect, expectAccessible, pickAtProvider, test } from './fixtures.ts'
import { createByForm, fillStart, statusAtGoto, wallClock } from './organizer.ts'
import { countPresses } from './presses.ts'

test('a meeting is created in two presses, edited, and duplicated in two, and an employee’s open page follows', async ({
  browserOf,
}) => {
  test.setTimeout(120_000)
  const erin = await watching(await browserOf('erin'), 'Quarter numbers')
  const { page } = await browserOf('olivia', 'goto')
  await page.goto('/meetings')
  await expect(page.getByRole('link', { name: 'New meeting' })).toBeVisible()

  const presses = await countPresses(page)
  await page.getByRole('link', { name: 'New meeting' }).click()
  await expect(page.getByLabel('Subject', { exact: true })).toBeFocused()
  await page.keyboard.type('Quarter numbers <draft>')
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(page).toHaveURL(/\/meetings\/[0-9a-f-]{36}$/)
  expect(await presses()).toBe(2)
  await expect(rowOf(erin, 'Quarter numbers <draft>')).toBeVisible()

  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('Subject', { exact: true }).fill('Quarter numbers, final')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Quarter numbers, final' })).toBeVisible()
  await expect(rowOf(erin, 'Quarter numbers, final')).toBeVisible()
  await expect(rowOf(erin, 'Quarter numbers <draft>')).toHaveCount(0)

  const again = await countPresses(page)
  await page.getByRole('link', { name: 'Duplicate' }).click()
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue('Quarter numbers, final')
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(page).toHaveURL(/\/meetings\/[0-9a-f-]{36}$/)
  expect(await again()).toBe(2)
  await expect(rowOf(erin, 'Quarter numbers, final')).toHaveCount(2)
})

test('a sentence in the palette creates a meeting in one press', async ({ browserOf, sandbox }) => {
  const { page } = await browserOf('olivia', 'goto')
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible()
  // At once: what is typed before the palette is there must not be lost.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Sentence sync tomorrow 10:00 45m')
  await expect(page.getByRole('option', { name: /^Create “Sentence sync” — / })).toBeVisible()
  const presses = await countPresses(page)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/“Sentence sync” scheduled for/).first()).toBeVisible()
  expect(await presses()).toBe(1)
  const planned = (await sandbox.goto('olivia@example.com', 'GET', '/upcomingMeetings')) as Record<string, string>[]
  const made = planned.find(({ subject }) => subject === 'Sentence sync')
  const length = Date.parse(asIso(made?.endTime)) - Date.parse(asIso(made?.startTime))
  expect(length).toBe(45 * 60_000)
  const start = new Date(asIso(made?.startTime))
  expect(wallClock(start)[1]).toBe('10:00')

  // Whatever else she has then is named before the next one is created.
  await page.keyboard.press('Control+k')
  await page.keyboard.type(`Another sync ${wallClock(start)[0]} 10:15`)
  await expect(page.getByRole('option', { name: /^Create “Another sync” — .*Overlaps/ })).toBeVisible()
  await page.keyboard.press('Escape')
})

test('people who can’t schedule learn what it needs', async ({ browserOf }) => {
  const { page } = await browserOf('erin')
  await page.getByRole('button', { name: 'Search and commands' }).click()
  await page.keyboard.type('Sentence sync tomorrow 10:00 45m')
  await expect(page.getByRole('option', { name: /^Create/ })).toHaveCount(0)
  await page.getByRole('option', { name: 'Scheduling needs a GoTo account that can organize' }).click()
  await expect(page.getByText('Connect GoTo to schedule meetings')).toBeVisible()
})

test('cancelling takes two presses, can be undone, and otherwise leaves every open page and GoTo', async ({
  browserOf,
  sandbox,
}) => {
  test.setTimeout(120_000)
  const erin = await watching(await browserOf('erin'), 'To be cancelled')
  const { page } = await browserOf('olivia', 'goto')
  const id = await createByForm(page, 'To be cancelled')
  await expect(rowOf(erin, 'To be cancelled')).toBeVisible()

  const presses = await countPresses(page)
  await cancel(page)
  await expect(page.getByRole('button', { name: /^Undo/ }).first()).toBeVisible()
  expect(await presses()).toBe(2)
  await expect(rowOf(erin, 'To be cancelled').getByText('Being cancelled')).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: /^Undo/ }).first().click()
  await expect(page.getByRole('button', { name: 'Cancel meeting' })).toBeVisible()
  await expect(rowOf(erin, 'To be cancelled').getByText('Being cancelled')).toHaveCount(0)
  await expect(rowOf(erin, 'To be cancelled')).toBeVisible()

  await cancel(page)
  // Closing the page changes nothing.
  await page.goto('/')
  await expect(rowOf(erin, 'To be cancelled')).toHaveCount(0, { timeout: 30_000 })
  await expect.poll(() => statusAtGoto(sandbox, id)).toBe(404)
})

test('another meeting of mine at that time is named before saving', async ({ browserOf, sandbox }) => {
  const { page } = await browserOf('olivia', 'goto')
  const at = new Date((await sandbox.now()).getTime() + 40 * 60_000)
  await createByForm(page, 'Already there', at)
  await page.goto('/meetings/new')
  await page.getByLabel('Subject', { exact: true }).fill('At the same time')
  await fillStart(page, at)
  await expect(page.getByText('Already there').first()).toBeVisible()
})

test('what was typed survives a reload, and a connection that ends in the middle of the form', async ({
  browserOf,
}) => {
  const { page } = await browserOf('olivia', 'goto')
  await page.goto('/meetings/new')
  await page.getByLabel('Subject', { exact: true }).fill('Typed with care')
  await page.getByRole('button', { name: /^More/ }).click()
  await page.getByLabel('Agenda').fill('First this, then that.')
  await page.reload()
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue('Typed with care')
  await expect(page.getByLabel('Agenda')).toHaveValue('First this, then that.')

  const status = await page.evaluate(async () => {
    const answer = await fetch('/api/connections', { method: 'DELETE', headers: { 'x-foyer': '1' } })
    return answer.status
  })
  expect(status).toBe(204)
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await page.getByRole('button', { name: /^(Connect|Reconnect) GoTo$/ }).click()
  await pickAtProvider(page, 'olivia@example.com', 'goto')
  await expect(page).toHaveURL(/\/meetings\/new/)
  await expect(page.getByLabel('Agenda')).toHaveValue('First this, then that.')
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Typed with care' })).toBeVisible()
})

test('an organizer without a GoTo connection learns it before pressing anything, and connects with Enter', async ({
  browserOf,
}) => {
  const { page } = await browserOf('olivia', 'goto')
  await page.evaluate(() => fetch('/api/connections', { method: 'DELETE', headers: { 'x-foyer': '1' } }))

  await page.goto('/meetings')
  await expect(page.getByText(/GoTo isn’t connected\. Connect it to create/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Meet now' })).toHaveCount(0)
  await page.getByRole('link', { name: 'New meeting' }).click()
  await expect(
    page.getByText(/GoTo isn’t connected\. Connect it to create meetings\. What you type is kept/),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create meeting' })).toHaveCount(0)
  await expectAccessible(page)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('Kept through Connect tomorrow 10:00 45m')
  await expect(page.getByRole('option', { name: /^Connect GoTo to create “Kept through Connect” — / })).toBeVisible()
  await page.keyboard.press('Enter')
  // Whoever declines there comes back to the same form, reads why, and can connect from it.
  await page.getByRole('button', { name: 'olivia@example.com' }).click()
  await page.getByRole('button', { name: 'Deny' }).click()
  await expect(page).toHaveURL(/\/meetings\/new\?draft=sentence&error=access_denied$/)
  await expect(alertOn(page).filter({ hasText: 'GoTo wasn’t connected' })).toBeVisible()
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue('Kept through Connect')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Connect GoTo', exact: true }).click()
  await pickAtProvider(page, 'olivia@example.com', 'goto')
  await expect(page).toHaveURL(/\/meetings\/new\?draft=sentence$/)
  await expect(alertOn(page).filter({ hasText: 'GoTo wasn’t connected' })).toHaveCount(0)
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue('Kept through Connect')
  await expect(page.getByLabel('Starts: time')).toHaveValue('10:00')
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Kept through Connect' })).toBeVisible()
})

test('when GoTo loses the answer to a creation, Foyer says so, looks, and there is one meeting', async ({
  browserOf,
  sandbox,
}) => {
  const { page } = await browserOf('olivia', 'goto')
  await page.goto('/meetings/new')
  await page.getByLabel('Subject', { exact: true }).fill('Answer lost')
  await sandbox.faults([{ call: 'createMeeting', count: 1, answer: 'truncate' }])
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(page.getByText(/may (exist|have been made)/).first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Answer lost' })).toBeVisible({ timeout: 45_000 })
  const planned = (await sandbox.goto('olivia@example.com', 'GET', '/upcomingMeetings')) as Record<string, string>[]
  expect(planned.filter(({ subject }) => subject === 'Answer lost')).toHaveLength(1)
})

async function cancel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cancel meeting' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel meeting' }).click()
}

/** Home, narrowed to a subject, left open. */
async function watching({ page }: { page: Page }, subject: string): Promise<Page> {
  await page.getByRole('searchbox').fill(subject)
  await expect(page.getByText(/No results for/)).toBeVisible()
  return page
}

function rowOf(page: Page, subject: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: subject, exact: true }) })
}

function asIso(text = ''): string {
  return text.replace('.+0000', 'Z')
}
