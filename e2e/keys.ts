import type { BrowserContext, Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** The tab that opened last and leads there. */
export async function newest(context: BrowserContext, address: RegExp): Promise<Page> {
  await expect.poll(() => address.test(context.pages().at(-1)?.url() ?? '')).toBe(true)
  const tab = context.pages().at(-1)
  if (!tab) throw new Error('No tab is open.')
  return tab
}

export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

export async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target)
  await page.keyboard.press('Enter')
}

/** Tabs until the thing has the focus: what cannot be reached so does not exist for some people. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  await expect(target).toBeEnabled()
  for (let nth = 0; nth < 80; nth += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${String(target)} cannot be reached with Tab.`)
}

/** In an open menu. */
export async function chooseByArrows(page: Page, item: Locator): Promise<void> {
  await expect(item).toBeVisible()
  await expect(async () => {
    if (!(await item.evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press('ArrowDown')
      await expect(item).toBeFocused({ timeout: 100 })
    }
  }).toPass()
  await page.keyboard.press('Enter')
}
