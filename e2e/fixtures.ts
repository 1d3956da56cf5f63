import AxeBuilder from '@axe-core/playwright'
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'
import { openSandbox, type SandboxControl } from './sandbox.ts'
import { shiftClock } from './shift-clock.ts'

export { expect }

type Who = 'erin' | 'olivia' | 'mara' | 'adam'

type Fixtures = {
  sandbox: SandboxControl
  /** A separate browser with the right clock. */
  openBrowser: (options?: BrowserContextOptions) => Promise<BrowserContext>
  /** A separate browser, signed in through the real screens. */
  browserOf: (who: Who, how?: 'company' | 'goto') => Promise<{ context: BrowserContext; page: Page }>
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from its pattern
  baseURL: async ({}, use) => {
    await use(setting('FOYER_PORTAL'))
  },
  // biome-ignore lint/correctness/noEmptyPattern: see above
  sandbox: async ({}, use) => {
    const sandbox = openSandbox(setting('FOYER_SANDBOX'))
    await use(sandbox)
    await sandbox.clearFaults()
  },
  context: async ({ context, sandbox }, use) => {
    const complaints = watch(context)
    await shiftClock(context, sandbox)
    await use(context)
    expect(complaints, 'what the browser complained about').toEqual([])
  },
  openBrowser: async ({ browser, baseURL, sandbox }, use) => {
    const opened: BrowserContext[] = []
    const complaints: string[][] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), ...options })
      opened.push(context)
      complaints.push(watch(context))
      await shiftClock(context, sandbox)
      return context
    })
    for (const context of opened) await context.close()
    expect(complaints.flat(), 'what the browser complained about').toEqual([])
  },
  browserOf: async ({ openBrowser }, use) => {
    await use(async (who, how = 'company') => {
      const context = await openBrowser()
      const page = await context.newPage()
      await signIn(page, who, how)
      return { context, page }
    })
  },
})

/** Signs in as a person would, through the portal's button and the provider's own pages, and ends on the home page. */
export async function signIn(page: Page, who: Who, how: 'company' | 'goto' = 'company'): Promise<void> {
  await page.goto('/sign-in')
  await page
    .getByRole('button', { name: how === 'company' ? 'Sign in with your company' : 'Sign in with GoTo' })
    .click()
  await pickAtProvider(page, `${who}@example.com`, how)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveURL(/localhost:\d+\/$/)
}

/** On the provider's pages: picks a person, and at GoTo allows Foyer. */
export async function pickAtProvider(page: Page, email: string, how: 'company' | 'goto'): Promise<void> {
  await page.getByRole('button', { name: email }).click()
  if (how === 'goto') await page.getByRole('button', { name: 'Allow' }).click()
}

/** Our own alert; Next keeps an empty one for screen readers. */
export function alertOn(page: Page): Locator {
  return page.locator('[role=alert]:not(#__next-route-announcer__)')
}

/**
 * WCAG 2.2 A and AA, as far as a machine can tell. Our pages have no frames, so axe need not open a window of its own to
 * put their parts together, nor describe what it finds in order: that took most of the time.
 */
export async function expectAccessible(page: Page, without: string[] = []): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules(without)
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
}

/** Whatever our own pages log as an error, the content security policy included, is a defect. */
function watch(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    const { url } = message.location()
    const isExpected = /the server responded with a status of (4\d\d|50[23])|net::ERR_INTERNET_DISCONNECTED/.test(
      message.text(),
    )
    if (message.type() === 'error' && url.includes('localhost') && !isExpected) complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  return complaints
}

function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is set by e2e/global-setup.ts.`)
  return value
}
