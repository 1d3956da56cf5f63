import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { findBrowser } from '#lib/cli/find-browser.ts'
import { type Scores, scoresOf } from './lighthouse.ts'
import { measureManyRows } from './many-rows.ts'
import { type Weight, weighPage } from './weigh-page.ts'

/** One measured figure beside that of the hello world, if it has one; `atMost` or `atLeast` is its bar. */
export type BrowserRow = { what: string; value: number; control: number | null; atMost?: number; atLeast?: number }

type Options = {
  portal: string
  hello: string
  /** Of somebody signed in, as a Cookie header. */
  cookie: string
  /** The same of an organizer, who has a form and a past. */
  organizer: string
  browserPort: number
  rounds: number
  rows: number
  say: (line: string) => void
}

const devices = ['desktop', 'mobile'] as const
const leastScore = { desktop: 0.99, mobile: 0.92 }

/** Pages in the order in which a person comes by them; each after the first costs only what the earlier ones did not. */
const furtherPages = ['/meetings', '/meetings/new', '/history', '/settings', '/admin/tokens']

/**
 * How heavy Foyer's pages are for a browser, beside a hello world of the same stack in the same browser and run: scores,
 * scripts, nodes, and how fast a long list answers to keys.
 */
export async function measureBrowser(options: Options): Promise<BrowserRow[]> {
  const profile = mkdtempSync(join(tmpdir(), 'foyer-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findBrowser(),
    args: [`--remote-debugging-port=${options.browserPort}`, '--no-sandbox', '--disable-gpu'],
    viewport: { width: 1280, height: 900 },
  })
  try {
    await signIn(context, options.portal, options.cookie)
    const home = [...(await scoresOfHome(options)), ...(await longList(context, options))]
    await signIn(context, options.portal, options.organizer)
    return [...home, ...(await scoresOfOthers(options)), ...(await weights(context, options))]
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

async function signIn(context: BrowserContext, portal: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: portal, httpOnly: true, sameSite: 'Lax' }])
}

async function scoresOfHome({ portal, hello, browserPort, rounds, say }: Options): Promise<BrowserRow[]> {
  const rows: BrowserRow[] = []
  for (const device of devices) {
    say(`Lighthouse, ${device}: ${rounds} × Home and hello world.`)
    const home = await scoresOf(`${portal}/`, { browserPort, device, rounds })
    const nothing = await scoresOf(hello, { browserPort, device, rounds })
    const row = (what: string, of: (scores: Scores) => number, bar: { atMost?: number; atLeast?: number }) =>
      rows.push({ what: `Home, ${device}: ${what}`, value: of(home), control: of(nothing), ...bar })
    row('Lighthouse', (found) => found.performance, { atLeast: leastScore[device] })
    row('accessibility', (found) => found.accessibility, { atLeast: 1 })
    row('best practices', (found) => found.bestPractices, { atLeast: 1 })
    row('largest paint, ms', (found) => found.largestPaintMs, {})
    row('blocking time, ms', (found) => found.blockingMs, device === 'mobile' ? { atMost: 250 } : {})
    row('layout shift', (found) => found.shift, { atMost: 0.02 })
  }
  return rows
}

/** Pages with data of an organizer's own: the form, and the past a page full of rows long. */
async function scoresOfOthers({ portal, browserPort, rounds, say }: Options): Promise<BrowserRow[]> {
  const rows: BrowserRow[] = []
  for (const device of devices)
    for (const path of ['/meetings/new', '/history']) {
      say(`Lighthouse, ${device}: ${rounds} × ${path}.`)
      const found = await scoresOf(`${portal}${path}`, { browserPort, device, rounds })
      const row = (what: string, value: number, bar: { atMost?: number; atLeast?: number }) =>
        rows.push({ what: `${path}, ${device}: ${what}`, value, control: null, ...bar })
      row('Lighthouse', found.performance, { atLeast: leastScore[device] })
      row('accessibility', found.accessibility, { atLeast: 1 })
      row('blocking time, ms', found.blockingMs, {})
      row('layout shift', found.shift, { atMost: 0.02 })
    }
  return rows
}

async function weights(context: BrowserContext, { portal, hello, say }: Options): Promise<BrowserRow[]> {
  say('Weighing the pages.')
  const control: Weight = await weighPage(context, hello)
  const known = new Set<string>()
  const home = await weighPage(context, `${portal}/`, known)
  const rows: BrowserRow[] = [
    { what: 'Home: scripts, kB gzip', value: home.scriptKb, control: control.scriptKb, atMost: 175 },
    { what: 'Home: styles, kB gzip', value: home.styleKb, control: control.styleKb, atMost: 12 },
    { what: 'Home: data, kB', value: home.dataKb, control: null },
    { what: 'Home: nodes', value: home.nodes, control: control.nodes, atMost: 1_500 },
  ]
  for (const path of furtherPages) {
    const further = await weighPage(context, `${portal}${path}`, new Set(known))
    rows.push({ what: `${path}: further scripts, kB gzip`, value: further.scriptKb, control: null, atMost: 30 })
  }
  return rows
}

async function longList(context: BrowserContext, { portal, rows, say }: Options): Promise<BrowserRow[]> {
  say(`Home with ${rows} rows.`)
  const page = await context.newPage()
  const found = await measureManyRows(page, `${portal}/`, rows)
  await page.close()
  const what = `Home with ${found.rows} rows`
  return [
    { what: `${what}: nodes`, value: found.nodes, control: null, atMost: 1_500 },
    { what: `${what}: usual answer to a key, ms`, value: found.usualMs, control: null },
    { what: `${what}: slowest answer to a key, ms`, value: found.slowestMs, control: null, atMost: 60 },
  ]
}
