import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from '@playwright/test'

/** What a page costs a browser that has never been here. */
export type Weight = { scriptKb: number; styleKb: number; dataKb: number; nodes: number }

/**
 * Opens a page and weighs what it loads unasked: scripts and styles as gzip packs them, JSON as it came over the wire (headers
 * included), and the nodes it ends up with. `known` are addresses of scripts the browser would have from earlier pages;
 * what this page loads is added to them.
 */
export async function weighPage(context: BrowserContext, url: string, known = new Set<string>()): Promise<Weight> {
  const page = await context.newPage()
  const scripts = new Map<string, Promise<Buffer>>()
  const styles: Promise<Buffer>[] = []
  const data: Promise<number>[] = []
  page.on('response', (response) => {
    const request = response.request()
    if (request.resourceType() === 'script') scripts.set(response.url(), response.body())
    else if (request.resourceType() === 'stylesheet') styles.push(response.body())
    else if (response.headers()['content-type']?.startsWith('application/json'))
      data.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto(url)
  await settle(page)
  let bytes = 0
  for (const [address, body] of scripts) {
    if (!known.has(address)) bytes += packed(await body)
    known.add(address)
  }
  const styleBytes = (await Promise.all(styles)).reduce((sum, body) => sum + packed(body), 0)
  const dataBytes = (await Promise.all(data)).reduce((sum, size) => sum + size, 0)
  const nodes = await page.evaluate(() => document.getElementsByTagName('*').length)
  await page.close()
  return { scriptKb: bytes / 1_000, styleKb: styleBytes / 1_000, dataKb: dataBytes / 1_000, nodes }
}

function packed(body: Buffer): number {
  return gzipSync(body, { level: 9 }).byteLength
}

/** Until nothing more arrives unasked: lists, and what loads after them. Polls come later than that. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.waitForTimeout(1_000)
}
