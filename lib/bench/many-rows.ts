import type { Page } from '@playwright/test'

/** Nodes on the page, and how long keys and presses took until the frame that shows their effect, in milliseconds. */
export type ManyRows = { rows: number; nodes: number; usualMs: number; slowestMs: number }

/** Rows per page of a list. */
const pageSize = 100

/** Asks Home's list for more until it holds `wanted` rows, then uses it: walks, scrolls, searches. */
export async function measureManyRows(page: Page, url: string, wanted: number): Promise<ManyRows> {
  await page.goto(url)
  const more = page.getByRole('button', { name: 'Show more' })
  let rows = pageSize
  await more.waitFor()
  while (rows < wanted && (await more.isVisible())) {
    const next = page.waitForResponse((response) => response.url().includes('cursor=') && response.ok())
    await more.evaluate((button) => (button as HTMLElement).click())
    await next
    await more.or(page.getByText('Loading more …')).first().waitFor()
    await page.waitForFunction(() => !document.body.innerText.includes('Loading more …'))
    rows += pageSize
  }
  const nodes = await page.evaluate(() => document.getElementsByTagName('*').length)
  const durations = await durationsOf(page, () => exerciseList(page))
  return { rows, nodes, usualMs: durations[Math.floor(durations.length / 2)] ?? 0, slowestMs: durations.at(-1) ?? 0 }
}

async function exerciseList(page: Page): Promise<void> {
  await page.keyboard.press('Home')
  for (let step = 0; step < 10; step += 1) await page.keyboard.press('Tab')
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('PageDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  const search = page.getByRole('searchbox').first()
  await search.click()
  await search.pressSequentially('round 51', { delay: 60 })
  await page.waitForTimeout(1_000)
}

/** Sorted, of every interaction while `act` runs, as the browser's Event Timing gives them (INP is made of these). */
async function durationsOf(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const seen = window as Window & { durations?: number[] }
    seen.durations = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId: number })[])
        if (entry.interactionId > 0) seen.durations?.push(entry.duration)
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
  await act()
  const durations = await page.evaluate(() => (window as Window & { durations?: number[] }).durations ?? [])
  return durations.sort((a, b) => a - b)
}
