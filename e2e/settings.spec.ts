import type { Page } from '@playwright/test'
import { formatDay, formatTimeRange, zoneLabel } from '#lib/time/format.ts'
import { expect, signIn, test } from './fixtures.ts'

type Planned = {
  id: string
  subject: string
  startsAt: string
  endsAt: string
  state: string
  group: { id: string; name: string } | null
}

test('the time zone that is chosen is the one of every time on Home', async ({ browserOf, sandbox }) => {
  const { page } = await browserOf('erin')
  const meeting = await nextHour(page, await sandbox.now())
  const time = page.locator(`#meeting-${meeting.id} time`).first()
  const timesIn = (zone: string) =>
    `${formatTimeRange(meeting.startsAt, meeting.endsAt, zone)} ${zoneLabel(meeting.startsAt, zone)}`
  await page.goto(`/?q=${encodeURIComponent(meeting.subject)}`)
  await expect(time).toHaveText(timesIn('Europe/Berlin'))

  await page.goto('/settings')
  await page.getByRole('button', { name: /^Time zone .*: choose another$/ }).click()
  await page.getByRole('combobox', { name: 'Time zone', exact: true }).fill('Asia/Tokyo')
  await page.getByRole('option', { name: 'Asia/Tokyo' }).click()
  await expect(page.getByText(/^Chosen by you/)).toBeVisible()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.goto(`/?q=${encodeURIComponent(meeting.subject)}`)
  await expect(time).toHaveText(timesIn('Asia/Tokyo'))

  await page.goto('/settings')
  await page.getByRole('button', { name: 'Use the browser’s' }).click()
  await expect(page.getByText(/^Taken from this browser \(Europe\/Berlin\)/)).toBeVisible()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.goto(`/?q=${encodeURIComponent(meeting.subject)}`)
  await expect(time).toHaveText(timesIn('Europe/Berlin'))
})

test('the theme that is chosen stays', async ({ browserOf }) => {
  const { page } = await browserOf('erin')
  await page.goto('/settings')
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await ground()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect.poll(ground).not.toBe(light)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const dark = await ground()
  await page.reload()
  expect(await ground()).toBe(dark)
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await page.getByRole('radio', { name: 'System' }).check()
  await expect.poll(ground).toBe(light)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
})

test('ending another session logs that browser off, and no other', async ({ openBrowser, browserOf }) => {
  const { page } = await browserOf('erin')
  const tablet = await openBrowser({
    userAgent: 'Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Safari/604.1',
  })
  const other = await tablet.newPage()
  await signIn(other, 'erin')
  await page.goto('/settings')
  const end = page.getByRole('button', { name: /^End session of Safari on iPad/ })
  await end.click()
  await expect(page.getByText('Safari on iPad logged off')).toBeVisible()
  await expect(end).toHaveCount(0)
  await expect(other).toHaveURL(/\/sign-in/)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Log off here' })).toBeVisible()
})

test('who can see what was scheduled at GoTo is chosen once, for all of it', async ({ browserOf, sandbox }) => {
  const erin = await browserOf('erin')
  const { subject } = await nextHour(erin.page, await sandbox.now())
  await erin.page.goto(`/?q=${encodeURIComponent(subject)}`)
  const rows = erin.page.getByRole('heading', { level: 3, name: subject, exact: true })
  await expect(rows.first()).toBeVisible()

  const { page } = await browserOf('adam')
  await page.goto('/admin')
  const choice = page.getByRole('group', { name: 'Who can see meetings by default' })
  await choice.getByRole('radio', { name: 'Invited people only' }).click()
  await expect(erin.page.getByText(/No results for/)).toBeVisible()
  await choice.getByRole('radio', { name: 'Everybody in the company' }).click()
  await expect(rows.first()).toBeVisible()
})

test('Home is narrowed to a group and to a day in the address, and widened again', async ({ browserOf, sandbox }) => {
  const { page } = await browserOf('erin')
  const now = await sandbox.now()
  const { startsAt, group } = await nextHour(page, now)
  if (!group) throw new Error('The simulated organizers are in groups.')
  const dayOf = (instant: string) => new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' })
  const day = dayOf(startsAt)

  await page.getByRole('button', { name: 'Groups: All groups' }).click()
  await page.getByRole('option', { name: group.name, exact: true }).click()
  await page.getByLabel('Days', { exact: true }).selectOption('choose')
  await page.getByLabel('From day').fill(day)
  await page.getByLabel('To day').fill(day)
  await expect(page).toHaveURL(new RegExp(`group=${group.id}.*from=${day}.*to=${day}`))
  const isSuch = (row: Shown) => row.group === group.id && (row.startsAt === null || dayOf(row.startsAt) === day)
  await expectOnly(page, day, isSuch)
  const address = page.url()
  await page.goto('/settings')
  await page.goto(address)
  await expectOnly(page, day, isSuch)

  const filters = page.getByRole('list', { name: 'Filters' })
  await expect(filters.getByRole('button')).toHaveCount(2)
  await filters.getByRole('button', { name: `Remove filter ${group.name}` }).click()
  await expect(page).not.toHaveURL(/group=/)
  await filters.getByRole('button', { name: `Remove filter ${formatDay(`${day}T12:00:00Z`, 'UTC', now)}` }).click()
  await expect(page).not.toHaveURL(/from=/)
  await expect(filters).toHaveCount(0)
})

/** Of a simulated organizer, and far enough ahead that no state changes while a journey looks at it. */
async function nextHour(page: Page, now: Date): Promise<Planned> {
  const items = await listed(page)
  const named = ['Olivia Marsh', 'Mara Lindqvist', 'Adam Keller']
  const found = items.find(
    ({ startsAt, state, organizer }) =>
      state === 'scheduled' && Date.parse(startsAt) > now.getTime() + 3_600_000 && !named.includes(organizer.name),
  )
  if (!found) throw new Error('The sandbox plans two weeks ahead.')
  return found
}

/** A room in use has no set time. */
type Shown = { startsAt: string | null; group: string | undefined }

/**
 * Some rows stand on the screen, once the list has followed, and all of them are such. The group is the server's word,
 * of the whole day: what has ended by now stands on the screen as well.
 */
async function expectOnly(page: Page, day: string, isSuch: (row: Shown) => boolean): Promise<void> {
  await expect
    .poll(async () => {
      const known = await listed(page, `&from=${day}&to=${day}`)
      const rows = await page
        .locator('main li[id^=meeting-]')
        .evaluateAll((all) => all.map((row) => [row.id.replace('meeting-', ''), row.querySelector('time')?.dateTime]))
      const shown = rows.map(([id, startsAt = null]) => {
        return { startsAt, group: known.find((one) => one.id === id)?.group?.id }
      })
      return shown.length > 0 && shown.every(isSuch)
    })
    .toBe(true)
}

async function listed(page: Page, more = ''): Promise<(Planned & { organizer: { name: string } })[]> {
  return page.evaluate(
    async (path) => ((await (await fetch(path)).json()) as { items: [] }).items,
    `/api/meetings?limit=200${more}`,
  )
}

test('an address of Settings leads to its section, also once those above it have their heights', async ({
  browserOf,
}) => {
  const { page } = await browserOf('adam')
  await page.route('**/api/connections', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue()
  })
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    // The company's have moved, and their addresses lead on.
    for (const [id, path] of [
      ['keyboard', '/settings'],
      ['visibility', '/admin'],
      ['reading', '/admin/reading'],
    ]) {
      await page.goto('about:blank')
      await page.goto(`/settings#${id}`)
      await expect(page).toHaveURL(`${path}#${id}`)
      await expect(page.locator(`#${id}`)).toBeVisible()
      await expect(page.locator('[data-loading]')).toHaveCount(0)
      await expect(page.locator(`#${id} h2`), `${id} at ${width}`).toBeInViewport()
    }
  }
})

test('an answer that never comes hides no other section for long', async ({ browserOf }) => {
  const { page } = await browserOf('erin')
  await page.route('**/api/connections', () => undefined)
  await page.goto('/settings')
  await expect(page.getByRole('heading', { name: 'Appearance' })).toBeVisible()
  await expect(page.locator('[data-loading]')).toHaveCount(1)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})
