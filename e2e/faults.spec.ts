import type { BrowserContext, Page } from '@playwright/test'
import type { FaultProxy } from './faults/fault-proxy.ts'
import { openPortalBehindFaults, type PortalBehindFaults } from './faults/portal-behind-faults.ts'
import { alertOn, test as base, expect } from './fixtures.ts'
import type { SandboxControl } from './sandbox.ts'

type Faults = { openPortal: (prepare?: (database: FaultProxy) => void) => Promise<PortalBehindFaults> }

const test = base.extend<Faults>({
  openPortal: async ({ sandbox }, use) => {
    const opened: PortalBehindFaults[] = []
    await use(async (prepare) => {
      const dataDir = process.env.FOYER_DATA_DIR ?? ''
      const portal = await openPortalBehindFaults({ dataDir, sandbox: sandbox.url, ...(prepare ? { prepare } : {}) })
      opened.push(portal)
      return portal
    })
    for (const portal of opened) await portal.stop()
  },
})

/** Each starts a web server of its own. */
test.describe.configure({ timeout: 150_000 })

const patience = { timeout: 60_000 }

test('a portal whose database is not there yet says so, and opens by itself as soon as it is', async ({
  openPortal,
  browserOf,
}) => {
  const { page, context } = await browserOf('erin')
  const portal = await openPortal((database) => database.treat('refuse'))
  await bringSession(context, portal)
  await expect.poll(() => statusOf(page, `${portal.url}/api/livez`), patience).toBe(200)
  for (const path of ['/api/readyz', '/api/meetings', '/', '/history']) {
    const response = await page.request.get(`${portal.url}${path}`, { maxRedirects: 0 })
    expect([path, response.status(), response.headers()['retry-after']]).toEqual([path, 503, '5'])
  }
  expect(portal.logged().split('DATABASE_URL')).toHaveLength(2)
  await page.goto(portal.url)
  await expect(page.getByText('Foyer cannot reach its database')).toBeVisible()
  portal.database.treat('let through')
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible(patience)
  expect(await statusOf(page, `${portal.url}/api/readyz`)).toBe(200)
})

test('a database that is cut while somebody presses Create is named, and pressing again makes one meeting', async ({
  openPortal,
  browserOf,
  sandbox,
}) => {
  const portal = await openPortal()
  const { page, context } = await browserOf('olivia', 'goto')
  await bringSession(context, portal)
  await openForm(page, portal, 'Made after the cut')
  portal.database.treat('refuse')
  portal.database.cut('reset')
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(alertOn(page).filter({ hasText: 'Foyer cannot reach its database' })).toBeVisible()
  portal.database.treat('let through')
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Made after the cut' })).toBeVisible()
  expect(await madeAtGoto(sandbox, 'Made after the cut')).toBe(1)
})

test('an answer of GoTo’s that is lost on its way is looked for, and the meeting made once', async ({
  openPortal,
  browserOf,
  sandbox,
}) => {
  const portal = await openPortal()
  const { page, context } = await browserOf('olivia', 'goto')
  await bringSession(context, portal)
  await openForm(page, portal, 'Made without an answer')
  portal.goto.treat({ resetAfterBytes: 40 })
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible()
  portal.goto.treat('let through')
  await expect(async () => {
    const again = page.getByRole('button', { name: 'Check again' })
    if (await again.isVisible()) await again.click()
    await expect(page.getByRole('heading', { level: 1, name: 'Made without an answer' })).toBeVisible()
  }).toPass(patience)
  expect(await madeAtGoto(sandbox, 'Made without an answer')).toBe(1)
})

test('while GoTo is slow a meeting takes its time and is made', async ({ openPortal, browserOf, sandbox }) => {
  const portal = await openPortal()
  const { page, context } = await browserOf('olivia', 'goto')
  await bringSession(context, portal)
  await openForm(page, portal, 'Made slowly')
  portal.goto.treat({ delayMs: 1_500 })
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Made slowly' })).toBeVisible()
  expect(await madeAtGoto(sandbox, 'Made slowly')).toBe(1)
})

test('an answer of GoTo’s that is none is told, and what was sent is made once; a start is tried again', async ({
  openPortal,
  browserOf,
  sandbox,
}) => {
  const portal = await openPortal()
  const { page, context } = await browserOf('olivia', 'goto')
  await bringSession(context, portal)
  const lies = {
    'the page of a proxy': reply('<!doctype html><title>Sign in to the hotel</title>'),
    'no HTTP': Buffer.from('\u0016\u0003 what?\r\n\r\n'),
  }
  for (const [what, lie] of Object.entries(lies)) {
    const subject = `Made after ${what}`
    await openForm(page, portal, subject)
    portal.goto.treat({ lie: () => lie })
    await page.getByRole('button', { name: 'Create meeting' }).click()
    await expect(alertOn(page).filter({ hasText: 'the meeting may exist already. Foyer keeps checking' })).toBeVisible()
    await expect(page.getByLabel('Subject', { exact: true })).toHaveValue(subject)
    portal.goto.treat('let through')
    await expect(async () => {
      const again = page.getByRole('button', { name: 'Check again' })
      if (await again.isVisible()) await again.click()
      const create = page.getByRole('button', { name: 'Create meeting' })
      if (await create.isVisible()) await create.click()
      await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible()
    }).toPass(patience)
    expect([what, await madeAtGoto(sandbox, subject)]).toEqual([what, 1])
  }
  await page.goto(`${portal.url}/meetings`)
  portal.goto.treat({ lie: () => lies['the page of a proxy'] })
  const [refused] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Start: People room' }).click(),
  ])
  await expect(refused.getByText('GoTo’s answer cannot be used.')).toBeVisible()
  portal.goto.treat('let through')
  const notice = page.getByRole('region', { name: 'Notices' })
  await expect(notice).toContainText('Couldn’t start “People room”.')
  const again = notice.getByRole('button', { name: 'Try again' })
  const [started] = await Promise.all([context.waitForEvent('page'), again.click()])
  await expect(started).toHaveURL(/\/host/)
})

test('a database that answers with garbage is said to be away, and one that speaks again is used at once', async ({
  openPortal,
  browserOf,
}) => {
  const { page, context } = await browserOf('mara')
  const portal = await openPortal()
  await bringSession(context, portal)
  await expect.poll(() => statusOf(page, `${portal.url}/api/readyz`), patience).toBe(200)
  const lies = [
    Buffer.from('HTTP/1.1 502 Bad Gateway\r\n\r\n'),
    // A row without columns, a demand for an unknown kind of password, a kind of message there is not.
    Buffer.from('D\0\0\0\u0004'),
    Buffer.from('R\0\0\0\u0008\0\0\0c'),
    Buffer.from('!\0\0\0\u0004'),
  ]
  for (const lie of lies) {
    portal.database.treat({ lie: () => lie })
    for (const path of ['/api/readyz', '/api/history']) {
      const response = await page.request.get(`${portal.url}${path}`)
      expect([path, response.status(), response.headers()['retry-after']]).toEqual([path, 503, '5'])
    }
    portal.database.treat('let through')
    expect(await statusOf(page, `${portal.url}/api/readyz`)).toBe(200)
  }
  await page.goto(portal.url)
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible(patience)
})

/** Whatever came is GoTo's answer and all of it. */
function reply(body: string): Buffer {
  return Buffer.from(`HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
}

/** The session cookie has the port in its name, and both portals have one database. */
async function bringSession(context: BrowserContext, { url }: PortalBehindFaults): Promise<void> {
  const session = (await context.cookies()).find(({ name }) => /^foyer-\d+$/.test(name))
  if (!session) throw new Error('Nobody is signed in.')
  await context.addCookies([{ ...session, name: `foyer-${new URL(url).port}` }])
}

async function openForm(page: Page, portal: PortalBehindFaults, subject: string): Promise<void> {
  await expect.poll(() => statusOf(page, `${portal.url}/api/readyz`), patience).toBe(200)
  await page.goto(`${portal.url}/meetings/new`)
  await page.getByLabel('Subject', { exact: true }).fill(subject)
}

/** 0: nobody answers yet. */
function statusOf(page: Page, url: string): Promise<number> {
  return page.request.get(url).then(
    (response) => response.status(),
    () => 0,
  )
}

async function madeAtGoto(sandbox: SandboxControl, wanted: string): Promise<number> {
  const planned = (await sandbox.goto('olivia@example.com', 'GET', '/upcomingMeetings')) as { subject: string }[]
  return planned.filter(({ subject }) => subject === wanted).length
}
