import type { BrowserContext, Page } from '@playwright/test'
import { adminPages } from '#components/admin/pages.ts'
import { weighPage } from '#lib/bench/weigh-page.ts'
import { expect, test } from './fixtures.ts'

/** Kilobytes of gzip (decision 026). A hello world of the same stack weighs 135. */
const most = { home: 175, further: 30, styles: 12 }

test('pages stay light: what each loads unasked, of scripts and styles', async ({ browserOf }) => {
  test.setTimeout(180_000)
  const organizer = await browserOf('olivia', 'goto')
  const known = new Set<string>()
  const home = await weighPage(organizer.context, new URL('/', organizer.page.url()).href, known)
  note('/', home.scriptKb)
  note('styles', home.styleKb)
  expect.soft(home.scriptKb, 'Home').toBeLessThanOrEqual(most.home)
  expect.soft(home.styleKb, 'styles').toBeLessThanOrEqual(most.styles)
  await organizer.context.route('**/api/announcements', (route) => route.fulfill({ json: { items: [] } }))
  const silent = await weighPage(organizer.context, new URL('/', organizer.page.url()).href)
  await organizer.context.unrouteAll()
  note('/ without a company message', silent.scriptKb)
  expect.soft(silent.scriptKb, 'Home without a company message').toBeLessThanOrEqual(most.home)
  const meeting = await firstOf(organizer.page, '/api/meetings?mine=1')
  const session = await firstOf(organizer.page, '/api/history')
  await areLight(organizer.context, organizer.page, known, [
    '/meetings',
    '/meetings/new',
    `/meetings/${meeting}`,
    `/meetings/${meeting}/edit`,
    '/history',
    `/history/${session}`,
    '/settings',
  ])

  const administrator = await browserOf('adam')
  const theirs = new Set<string>()
  await weighPage(administrator.context, new URL('/', administrator.page.url()).href, theirs)
  await areLight(administrator.context, administrator.page, theirs, [
    '/settings',
    '/history',
    ...adminPages.map(({ href }) => href),
  ])
})

async function areLight(context: BrowserContext, page: Page, known: Set<string>, paths: string[]): Promise<void> {
  for (const path of paths) {
    const { scriptKb } = await weighPage(context, new URL(path, page.url()).href, new Set(known))
    note(path, scriptKb)
    expect.soft(scriptKb, path).toBeLessThanOrEqual(most.further)
    expect.soft(scriptKb, `${path} was read`).toBeGreaterThan(0)
  }
}

/** In the report of the run. */
function note(type: string, kb: number): void {
  test.info().annotations.push({ type, description: `${kb.toFixed(1)} kB` })
}

async function firstOf(page: Page, path: string): Promise<string> {
  const answer = await page.request.get(path)
  const { items } = (await answer.json()) as { items: { id: string }[] }
  return items[0]?.id ?? ''
}
