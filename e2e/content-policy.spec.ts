import type { BrowserContext, Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'

/** Everything the browser refuses on our pages, also what nobody sees and the console doesn't mention. */
async function violationsOf(context: BrowserContext): Promise<string[]> {
  const violations: string[] = []
  await context.exposeBinding('noteViolation', (_, text: string) => violations.push(text))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      const { noteViolation } = window as unknown as { noteViolation: (text: string) => void }
      noteViolation(`${window.location.pathname}: ${violatedDirective} ${blockedURI} ${sourceFile}`)
    })
  })
  return violations
}

/** In light and in dark: what is drawn may differ. */
async function look(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached()
  await page.waitForLoadState('networkidle')
  for (const colorScheme of ['dark', 'light'] as const) await page.emulateMedia({ colorScheme })
}

/** Parts of pages that are loaded when they are needed. */
async function openParts(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('Lunch tomorrow 12:00')
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('Escape')
}

for (const who of ['erin', 'olivia', 'mara', 'adam'] as const)
  test(`nothing on any page breaks the content policy, as ${who}, light and dark`, async ({ openBrowser }) => {
    test.slow()
    const context = await openBrowser()
    const violations = await violationsOf(context)
    const page = await context.newPage()
    for (const path of ['/sign-in?error=state', '/sign-in']) await look(page, path)
    await signIn(page, who)
    const { meeting, session } = await page.evaluate(async () => {
      const last = async (path: string) => (await (await fetch(path)).json()).items?.at(-1)?.id as string | undefined
      // Not open yet: joining one that is live leads away.
      return { meeting: await last('/api/meetings'), session: await last('/api/history') }
    })
    expect(meeting).toBeTruthy()
    for (const path of [
      '/meetings',
      '/meetings/new',
      `/meetings/new?from=${meeting}`,
      `/meetings/${meeting}`,
      `/meetings/${meeting}/edit`,
      `/meetings/${meeting}/join`,
      '/history',
      ...(session ? [`/history/${session}`] : []),
      '/nowhere',
      '/',
    ])
      await look(page, path)
    await openParts(page)
    await look(page, '/settings')
    if (who === 'adam') {
      await look(page, '/admin/tokens')
      await look(page, '/admin')
      await page
        .getByRole('button', { name: /^(Edit|Write)/ })
        .first()
        .click()
      await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()
    }
    expect(violations).toEqual([])
  })
