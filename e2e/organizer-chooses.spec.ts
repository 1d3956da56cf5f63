import type { Locator, Page } from '@playwright/test'
import { formatMeetingId } from '#lib/meeting-id.ts'
import { expect, test } from './fixtures.ts'
import { createByForm, gotoIdOf, statusAtGoto } from './organizer.ts'
import { countPresses } from './presses.ts'

type AtGoto = { meetingType: string; status: string; coorganizerKeys?: string[] }

const olivia = 'olivia@example.com'

test('a room is created, stands among my rooms, has meetings planned in it, and is deleted', async ({
  browserOf,
  sandbox,
}) => {
  test.setTimeout(120_000)
  const { page } = await browserOf('olivia', 'goto')
  await page.goto('/meetings/new')
  await page.getByRole('radio', { name: 'Room' }).check()
  await page.getByLabel('Subject', { exact: true }).fill('Corner of the journeys')
  await page.getByRole('button', { name: 'Create room' }).click()
  await expect(title(page, 'Corner of the journeys')).toBeVisible()
  const id = await gotoIdOf(page)
  const [room] = (await sandbox.goto(olivia, 'GET', `/meetings/${id}`)) as AtGoto[]
  expect(room?.meetingType).toBe('recurring')

  await page.goto('/meetings')
  const mine = page.getByRole('region', { name: 'My rooms' }).getByRole('listitem')
  await expect(mine.filter({ hasText: 'Corner of the journeys' })).toContainText('Room · empty')

  await page.goto('/meetings/new')
  await page.getByLabel('Subject', { exact: true }).fill('In the corner')
  await page.getByLabel('Where').selectOption({ label: `My room “Corner of the journeys” · ${formatMeetingId(id)}` })
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(title(page, 'In the corner')).toBeVisible()
  expect(await gotoIdOf(page)).toBe(id)
  await page.getByRole('link', { name: 'Edit' }).click()
  await expect(page.getByText('In the room “Corner of the journeys”.')).toBeVisible()
  await page.goBack()
  await cancel(page, 'Cancel meeting')
  await expect(page.getByText('“In the corner” was cancelled')).toBeVisible({ timeout: 45_000 })
  // Of a room's meeting GoTo knows nothing: the room stays.
  expect(await statusAtGoto(sandbox, id)).toBe(200)

  await page.goto('/meetings')
  await mine.getByRole('link', { name: 'Corner of the journeys' }).click()
  await cancel(page, 'Delete room')
  await expect(page.getByText('“Corner of the journeys” was deleted')).toBeVisible({ timeout: 45_000 })
  expect(await statusAtGoto(sandbox, id)).toBe(404)
})

test('Meet now creates and starts a meeting with one press', async ({ browserOf, sandbox }) => {
  const { page, context } = await browserOf('olivia', 'goto')
  await page.goto('/meetings')
  const meetNow = page.getByRole('button', { name: 'Meet now' })
  await expect(meetNow).toBeVisible()
  const presses = await countPresses(page)
  const [host] = await Promise.all([context.waitForEvent('page'), meetNow.click()])
  await expect(host).toHaveURL(/127\.0\.0\.1:\d+\/host\//)
  expect(await presses()).toBe(1)
  await expect(title(page, 'Olivia’s meeting')).toBeVisible()
  await host.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  const [atGoto] = (await sandbox.goto(olivia, 'GET', `/meetings/${await gotoIdOf(page)}`)) as AtGoto[]
  expect(atGoto).toMatchObject({ meetingType: 'immediate', status: 'ACTIVE' })
  await host.getByRole('button', { name: 'End' }).click()
  await expect(page.getByText('Live', { exact: true })).toHaveCount(0)
})

test('co-organizers and who can see it are chosen in the form, and hold at GoTo, on the page and for everybody else', async ({
  browserOf,
  sandbox,
}) => {
  test.setTimeout(120_000)
  const { page } = await browserOf('olivia', 'goto')
  await page.goto('/meetings/new')
  await page.getByLabel('Subject', { exact: true }).fill('Between the two of us')
  await page.getByRole('button', { name: /^More/ }).click()
  await page.getByLabel('Co-organizers').pressSequentially('mara lind')
  await page.getByRole('option', { name: 'Mara Lindqvist' }).click()
  await page.getByLabel('Who can see it').selectOption('Invited people only')
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(title(page, 'Between the two of us')).toBeVisible()
  await expect(fact(page, 'Co-organizers')).toHaveText('Mara Lindqvist')
  await expect(fact(page, 'Who can see it')).toHaveText('Invited people and co-organizers only')

  const id = await gotoIdOf(page)
  const [atGoto] = (await sandbox.goto(olivia, 'GET', `/meetings/${id}`)) as AtGoto[]
  expect(atGoto?.coorganizerKeys).toHaveLength(1)
  expect(await sandbox.goto('mara@example.com', 'GET', `/meetings/${id}/start`)).toHaveProperty('hostURL')
  const mara = await browserOf('mara', 'goto')
  await mara.page.goto(new URL(page.url()).pathname)
  await expect(title(mara.page, 'Between the two of us')).toBeVisible()
  await expect(mara.page.getByRole('button', { name: /^Start: / })).toBeEnabled()
  await expect(mara.page.getByRole('link', { name: 'Edit' })).toHaveCount(0)
  const erin = await browserOf('erin')
  await erin.page.goto(new URL(page.url()).pathname)
  await expect(erin.page.getByText('Meeting not found')).toBeVisible()
  await erin.page.goto('/?q=Between+the+two')
  await expect(erin.page.getByText(/No results for/)).toBeVisible()
})

test('what is copied is what the button says', async ({ browserOf, sandbox, baseURL }) => {
  const { page, context } = await browserOf('olivia', 'goto')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: baseURL ?? '' })
  const id = await createByForm(page, 'To be sent around')
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  const main = page.getByRole('main')
  const notices = page.getByRole('region', { name: 'Notices' })

  await main.getByRole('button', { name: 'Copy link' }).click()
  await expect(notices.getByText('Link copied')).toBeVisible()
  expect(await copied()).toBe(`${page.url()}/join`)
  await main.getByRole('button', { name: 'Copy GoTo’s link' }).click()
  await expect(notices.getByText('GoTo’s link copied')).toBeVisible()
  expect(await copied()).toBe(`${sandbox.url}/join/${id}`)
  await main.getByRole('button', { name: 'Copy dial-in' }).click()
  await expect(notices.getByText('Dial-in copied')).toBeVisible()
  const shown = await fact(page, 'Audio').getByRole('listitem').allInnerTexts()
  expect(shown.length).toBeGreaterThan(1)
  expect(await copied()).toBe(shown.join('\n'))
  await main.getByRole('button', { name: `Copy meeting ID ${formatMeetingId(id)}` }).click()
  await expect.poll(copied).toBe(formatMeetingId(id))
})

test('the form of a change keeps what was typed over a reload, and gives it up when asked', async ({ browserOf }) => {
  const { page } = await browserOf('olivia', 'goto')
  await createByForm(page, 'As it was')
  await page.getByRole('link', { name: 'Edit' }).click()
  const subject = page.getByLabel('Subject', { exact: true })
  await subject.fill('As it shall be')
  await page.getByRole('button', { name: /^More/ }).click()
  await page.getByLabel('Agenda').fill('Why it is changed.')
  await page.reload()
  await expect(page.getByText(/^Draft from /)).toBeVisible()
  await expect(subject).toHaveValue('As it shall be')
  await expect(page.getByLabel('Agenda')).toHaveValue('Why it is changed.')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(subject).toHaveValue('As it was')
  await page.reload()
  await expect(subject).toHaveValue('As it was')
  await expect(page.getByText(/^Draft from /)).toHaveCount(0)
})

function title(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name, exact: true })
}

function fact(page: Page, name: string): Locator {
  const pair = page.getByRole('region', { name: 'Facts' }).locator('dl > div')
  return pair.filter({ has: page.getByText(name, { exact: true }) }).getByRole('definition')
}

async function cancel(page: Page, press: string): Promise<void> {
  await page.getByRole('button', { name: press }).click()
  await page.getByRole('dialog').getByRole('button', { name: press }).click()
}
