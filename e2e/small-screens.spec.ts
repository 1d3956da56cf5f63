import { expect, expectAccessible, test } from './fixtures.ts'

const phone = { width: 360, height: 740 }

test('on a phone the filters come up from the bottom, and the search keeps its width', async ({ browserOf }) => {
  const { page } = await browserOf('adam')
  await page.setViewportSize(phone)
  for (const [path, noun] of [
    ['/', 'meeting'],
    ['/history', 'session'],
  ] as const) {
    await page.goto(path)
    const search = page.getByRole('searchbox').first()
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
    const before = await search.boundingBox()
    const filter = page.getByRole('button', { name: 'Filter', exact: true })
    await filter.press('Enter')
    const sheet = page.getByRole('dialog', { name: 'Filter' })
    await expect(sheet.getByRole('button', { name: new RegExp(`^Show \\d+\\+? ${noun}s?$`) })).toBeVisible()
    await expectAccessible(page, ['aria-hidden-focus'])
    // Wherever Tab leads, it is in the sheet.
    for (let nth = 0; nth < 12; nth++) {
      await page.keyboard.press('Tab')
      expect(
        await sheet.evaluate(
          (dialog) => dialog.contains(document.activeElement) || document.activeElement === document.body,
        ),
      ).toBe(true)
    }
    // What is open inside closes first.
    await sheet.getByRole('button', { name: /^Organizers: / }).click()
    await page.keyboard.press('Escape')
    await expect(sheet.getByRole('listbox')).toHaveCount(0)
    await expect(sheet).toBeVisible()
    await sheet.getByRole('button', { name: /^Organizers: / }).click()
    await sheet.getByRole('option', { name: /^Mara Lind/ }).click()
    await expect(page).toHaveURL(/organizer=/)
    await page.keyboard.press('Escape')
    if (noun === 'session') await page.keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)
    await expect(filter).toBeFocused()
    await expect(page.getByRole('button', { name: 'Remove filter Mara Lind' })).toBeVisible()
    expect((await search.boundingBox())?.width).toBe(before?.width)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
  }
  // Where there is room, the filters stand in a row.
  await page.setViewportSize({ width: 1280, height: 900 })
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeHidden()
  await expect(page.getByRole('combobox', { name: 'Days' })).toBeVisible()
})

test('nothing moves while the parts of a page arrive, on a phone and on a wide screen', async ({ browserOf }) => {
  test.setTimeout(240_000)
  const { page } = await browserOf('olivia', 'goto')
  await page.goto('/history?all=1')
  const report = await page.locator('a[href^="/history/"]').first().getAttribute('href')
  await page.goto('/')
  const meeting = await page.locator('h3 a[href^="/meetings/"]').first().getAttribute('href')
  await page.addInitScript(noteShifts)
  // Every answer takes its time, and each another one.
  let nth = 0
  await page.route(/\/api\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 200 + ((nth++ * 311) % 700)))
    await route.continue().catch(() => {})
  })
  for (const viewport of [phone, { width: 1280, height: 900 }]) {
    await page.setViewportSize(viewport)
    for (const path of [
      '/',
      '/meetings',
      '/history',
      '/history?view=people',
      '/meetings/new',
      report ?? '',
      meeting ?? '',
      '/settings',
      '/admin',
      '/admin/reading',
      '/admin/tokens',
    ]) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      expect(await page.evaluate(() => (window as Noting).shifts), `${path} at ${viewport.width}`).toEqual([])
    }
  }
})

test('Back returns to the list as it was: its pages, its place and the row that was followed', async ({
  browserOf,
}) => {
  const { page } = await browserOf('adam')
  await page.setViewportSize(phone)
  for (const [path, links] of [
    ['/history?all=1', 'a[id^="session-"]'],
    ['/', 'h3 a[href^="/meetings/"]'],
  ] as const) {
    await page.goto(path)
    const rows = page.locator(links)
    await expect(rows.first()).toBeVisible()
    const more = page.getByRole('button', { name: 'Show more' })
    const first = await rows.count()
    if (await more.isVisible()) {
      await more.click()
      await expect.poll(() => rows.count()).toBeGreaterThan(first)
    }
    const count = await rows.count()
    const href = await rows.nth(count - 2).getAttribute('href')
    // By its address: of a long list only the rows near the view are rows.
    const row = page.locator(`main a[href="${href}"]`).last()
    // A list that changes may show it as text, and then as another row.
    await expect(() => row.scrollIntoViewIfNeeded({ timeout: 2_000 })).toPass()
    const before = await row.boundingBox()
    await row.press('Enter')
    await expect(page).toHaveURL(new RegExp(`${href}$`))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.goBack()
    await expect(row).toBeFocused()
    await expect(row).toBeInViewport()
    const after = await row.boundingBox()
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 1_000))).toBeLessThan(60)
    if (path.startsWith('/history')) await expect(rows).toHaveCount(count)
  }
})

type Noting = Window & typeof globalThis & { shifts?: string[] }

/** What moved by itself, in the browser's own judgement. */
function noteShifts(): void {
  const shifts: string[] = []
  ;(window as Noting).shifts = shifts
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node?: Node }[] }
      const moved = sources.map(({ node }) => (node instanceof Element ? node : node?.parentElement)?.outerHTML)
      // Below this it is the edge of a shadow, or a key's width in the bar: a hundredth of what counts as good.
      if (value > 0.001) shifts.push(`${value}: ${moved.map((html) => html?.slice(0, 120)).join(' and ')}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

test('trouble lies over nothing that it speaks of, nor over the notice of being offline, at any width', async ({
  browserOf,
}) => {
  const { page, context } = await browserOf('adam')
  await page.goto('/history?view=people')
  await expect(page.getByText(/^as of /)).toBeVisible({ timeout: 60_000 })
  const detail = 'Foyer is still reading this period from GoTo. Try again in a moment, or choose one that was read.'
  const refused = {
    type: 'about:blank',
    title: 'No',
    status: 503,
    code: 'upstream_unavailable',
    detail,
    requestId: 'r',
  }
  await page.route(/\/api\/attendance\.xlsx/, (route) => route.fulfill({ status: 503, json: refused }))
  const download = page.getByRole('button', { name: 'Download' })
  const toast = page.getByRole('region', { name: 'Notices' })
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await download.click()
    await page.getByRole('menuitem', { name: /^Excel/ }).click()
    await expect(toast.getByText(detail, { exact: false })).toBeVisible()
    for (const control of [
      download,
      page.getByRole('searchbox'),
      width < 640
        ? page.getByRole('button', { name: 'Filter', exact: true })
        : page.getByRole('combobox', { name: 'Days' }),
      page.getByText('People', { exact: true }).first(),
    ])
      await control.click({ trial: true, timeout: 5_000 })
    await context.setOffline(true)
    await expect(page.locator('[data-offline]')).toBeVisible()
    const [above, below] = [await toast.boundingBox(), await page.locator('[data-offline]').boundingBox()]
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0)
    expect((below?.y ?? 0) + (below?.height ?? 0)).toBeLessThanOrEqual(800)
    await context.setOffline(false)
    await toast.getByRole('button', { name: 'Close notice' }).click()
  }
})

test('what was pressed at the end of the view is not covered by what is said of it, at any width', async ({
  browserOf,
}) => {
  const { page, context } = await browserOf('erin')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const rows = page.getByRole('main').locator('li[id^=meeting-]')
  const toast = page.getByRole('region', { name: 'Notices' })
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await expect(rows.first()).toBeVisible()
    // By its id: others come and go.
    const row = page.locator(`#${await rows.last().getAttribute('id')}`)
    await row.evaluate((element) => element.scrollIntoView({ block: 'end' }))
    await row.getByRole('button', { name: /^More: / }).click()
    await page.getByRole('menuitem', { name: 'Copy link' }).click()
    await expect(toast.getByText('Link copied')).toBeVisible()
    const [said, spokenOf] = [await toast.boundingBox(), await row.boundingBox()]
    expect(spokenOf?.y, 'the row is at the end of the view').toBeGreaterThan(600)
    expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(spokenOf?.y ?? 0)
    await toast.getByRole('button', { name: 'Close notice' }).click()
  }
})
