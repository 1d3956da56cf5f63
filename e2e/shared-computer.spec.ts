import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { shiftClock } from './shift-clock.ts'

/** Typed in a form and never saved. */
const guest = 'zelda.quill@customer.test'
const subject = 'Farewell of Zelda Quill'

/** A computer that several people use: the browser keeps its profile when it is closed. */
type Shared = { open: () => Promise<{ context: BrowserContext; page: Page }>; found: (names: string[]) => string[] }

const shared = test.extend<{ computer: Shared }>({
  computer: async ({ playwright, baseURL, sandbox }, use, { project }) => {
    const profile = mkdtempSync(join(tmpdir(), 'foyer-profile-'))
    const { launchOptions, locale, timezoneId } = project.use
    const opened: BrowserContext[] = []
    const options = { ...launchOptions, ...(baseURL ? { baseURL } : {}), ...(locale ? { locale } : {}) }
    await use({
      async open() {
        const context = await playwright.chromium.launchPersistentContext(profile, {
          ...options,
          ...(timezoneId ? { timezoneId } : {}),
        })
        opened.push(context)
        await shiftClock(context, sandbox)
        return { context, page: context.pages()[0] ?? (await context.newPage()) }
      },
      found: (names) => namesIn(profile, names),
    })
    for (const context of opened) await context.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  },
})

/** `file: name` for each name in a file of the profile, however it is written there. */
function namesIn(profile: string, names: string[]): string[] {
  const files = globSync(join(profile, '**', '*'), { withFileTypes: true }).filter((entry) => entry.isFile())
  return files.flatMap((entry) => {
    const bytes = readFileSync(join(entry.parentPath, entry.name))
    const isThere = (name: string) => bytes.includes(name) || bytes.includes(Buffer.from(name, 'utf16le'))
    return names.filter(isThere).map((name) => `${entry.name}: ${name}`)
  })
}

/** Signs in, looks around and types something. @returns the names that were on the screen. */
async function workAsOlivia(page: Page): Promise<string[]> {
  await signIn(page, 'olivia', 'goto')
  const names = await page.evaluate(async () => {
    const { items } = (await (await fetch('/api/meetings')).json()) as {
      items: { organizer: { name: string; email: string } }[]
    }
    return [...new Set(items.flatMap(({ organizer }) => [organizer.name, organizer.email]))]
  })
  for (const path of ['/history', '/settings', '/meetings', '/']) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
  }
  await page.goto('/meetings/new')
  await page.getByLabel('Subject', { exact: true }).fill(subject)
  await page
    .getByRole('combobox', { name: /^(Invite|Required|People|Guests)/ })
    .first()
    .fill(guest)
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).join())).toContain('foyer-draft-')
  await page.reload()
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue(subject)
  // The four people everybody can pick are also on the pages of the company's sign-in, which is not ours.
  return names.filter((name) => !/^(erin|olivia|mara|adam)\b/i.test(name))
}

/** The browser keeps answers by their address, packed: no address of ours that answers with data may be there. */
const packed = (portal: string) => [`${portal}/api/meetings`, `${portal}/api/me`, `${portal}/api/history`]

shared('after logging off no name is left on a shared computer', async ({ computer, baseURL }) => {
  shared.slow()
  const { context, page } = await computer.open()
  const names = await workAsOlivia(page)
  expect(names.length).toBeGreaterThan(4)
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('button', { name: 'Log off', exact: true }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await context.close()
  expect(computer.found([...names, guest, subject, ...packed(baseURL ?? '')])).toEqual([])
})

shared(
  'a session that ended while the browser was closed leaves no name either, and shows none',
  async ({ computer, browserOf, baseURL }) => {
    const before = await computer.open()
    const names = await workAsOlivia(before.page)
    await before.context.close()
    expect(computer.found([guest, subject, ...packed(baseURL ?? '')])).toEqual([])

    const elsewhere = await browserOf('olivia')
    await elsewhere.page.getByRole('button', { name: /^Account/ }).click()
    await elsewhere.page.getByRole('button', { name: 'Log off everywhere' }).click()
    await elsewhere.page.getByRole('dialog').getByRole('button', { name: 'Log off everywhere' }).click()
    await expect(elsewhere.page).toHaveURL(/\/sign-in/)

    const { context, page } = await computer.open()
    await page.goto('/meetings/new')
    await expect(page).toHaveURL(/\/sign-in\?from=.*ended=1/)
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await signIn(page, 'mara')
    await page.goto('/meetings/new')
    await expect(page.getByLabel('Subject', { exact: true })).toHaveValue('')
    await page.getByRole('button', { name: /^Account/ }).click()
    await page.getByRole('button', { name: 'Log off', exact: true }).click()
    await expect(page).toHaveURL(/\/sign-in/)
    await context.close()
    expect(computer.found([...names, guest, subject])).toEqual([])
  },
)
