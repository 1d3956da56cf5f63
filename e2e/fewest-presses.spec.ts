import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { newest } from './keys.ts'
import { createByForm, liveMeeting, readNow } from './organizer.ts'
import { countPresses } from './presses.ts'

/** What the journeys of joining, scheduling and hosting don't count on their way. */

test('the next meeting is one key away: J joins what runs', async ({ browserOf, sandbox }) => {
  const admin = await browserOf('adam')
  const meeting = await liveMeeting(sandbox, 'Joined with a key')
  await readNow(admin.page)
  const { page, context } = await browserOf('erin')
  await page.goto('/?q=joined+with+a+key')
  await expect(page.locator('a[data-join=next]')).toBeVisible()
  const presses = await countPresses(page)
  await page.keyboard.press('j')
  await newest(context, new RegExp(`127\\.0\\.0\\.1:\\d+/join/${meeting.id}`))
  expect(await presses()).toBe(1)
  await sandbox.act({ meetingId: meeting.id, do: 'end' })
})

test('from its row a meeting is started in one press, duplicated and cancelled in two', async ({
  browserOf,
  sandbox,
}) => {
  const { page, context } = await browserOf('olivia', 'goto')
  await createByForm(page, 'Few presses', new Date((await sandbox.now()).getTime() + 5 * 60_000))

  await page.goto('/meetings?q=few+presses')
  const start = page.getByRole('button', { name: 'Start: Few presses' })
  await expect(start).toBeVisible()
  const starting = await countPresses(page)
  await start.click()
  await newest(context, /127\.0\.0\.1:\d+\/host\//)
  expect(await starting()).toBe(1)
  await page.bringToFront()

  const duplicating = await countPresses(page)
  await subjectOf(page).focus()
  await page.keyboard.press('d')
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue('Few presses')
  await page.getByLabel('Subject', { exact: true }).fill('Few presses again')
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Few presses again' })).toBeVisible()
  expect(await duplicating()).toBe(2)

  await page.goto('/meetings?q=few+presses+again')
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(1)
  const cancelling = await countPresses(page)
  await subjectOf(page).focus()
  await page.keyboard.press('x')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel meeting' }).click()
  await expect(page.getByText('Being cancelled').first()).toBeVisible()
  expect(await cancelling()).toBe(2)

  const undoing = await countPresses(page)
  await page.getByRole('main').getByRole('button', { name: /^Undo/ }).click()
  await expect(page.getByText('Being cancelled')).toHaveCount(0)
  expect(await undoing()).toBe(1)
})

function subjectOf(page: Page): Locator {
  return page.getByRole('heading', { level: 3 }).first().getByRole('link')
}
