import '#lib/node-version.ts'

import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDb } from '#lib/db/client.ts'
import { openEmbedded } from '#lib/db/embedded.ts'
import { migrate } from '#lib/db/migrate.ts'
import { env, machineVariables, setEnv } from '#lib/env.ts'
import { type BrowserRow, measureBrowser } from './browser.ts'
import { fillDatabase, type Size } from './data-set.ts'
import { startHello } from './hello-server.ts'
import { measurePair, type Target } from './load.ts'
import { measureSearches, type Search } from './searches.ts'

/**
 * `npm run bench`: the load of a whole company at two minutes to ten, against a bare server that sends the same
 * bytes, and the worst searches beside a `SELECT 1`. `--quick` measures less; `--size=S|M|L` chooses the data (default
 * M, S when quick). `--browser` measures the pages in a browser instead, beside a hello world of the same stack. Needs a
 * build.
 */
type Row = {
  what: string
  bar: number
  ratio: number
  perSecond: number
  controlPerSecond: number
  p99Ms: number
  errors: number
}

const isInBrowser = process.argv.includes('--browser')
const isQuick = process.argv.includes('--quick')
const size = (process.argv.find((argument) => argument.startsWith('--size='))?.slice(7) ??
  (isQuick ? 'S' : 'M')) as Size
const effort = isQuick ? { rounds: 3, seconds: 3 } : { rounds: 5, seconds: 8 }

const dataDir = mkdtempSync(join(tmpdir(), 'foyer-bench-'))
const [port, barePort] = [await freePort(), await freePort()]
setEnv({ dataDir, port, appUrl: `http://localhost:${port}` })
const database = await openEmbedded({ dataDir, owner: 'bench' })
const children: ChildProcess[] = []
try {
  await migrate()
  say(`Filling the database: size ${size}.`)
  const { cookie, organizer } = await fillDatabase(size)
  const startSeconds = await startWeb()
  report({
    startSeconds,
    ...(isInBrowser ? { browser: await measurePages(cookie, organizer) } : await measureServer(cookie)),
  })
} finally {
  for (const child of children) await stop(child)
  await closeDb()
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

async function measureServer(cookie: string): Promise<{ rows: Row[]; searches: Search[] }> {
  const searches = await measureSearches()
  for (const { what, barMs, ms, controlMs } of searches)
    say(`${what}: ${ms.toFixed(1)} ms (bar ${barMs} ms), SELECT 1 takes ${controlMs.toFixed(1)} ms`)
  return { rows: await measureAll(cookie), searches }
}

async function measureAll(cookie: string): Promise<Row[]> {
  const portal = `http://localhost:${port}`
  const list = await fetchOnce(`${portal}/api/meetings`, { cookie })
  const home = await fetchOnce(`${portal}/`, { cookie })
  const unchanged = { status: 304, headers: { etag: list.headers.etag ?? '' }, body: '' }
  await startBare({ '/list': list, '/unchanged': unchanged, '/home': home })
  const bare = (path: string): Target => ({ url: `http://127.0.0.1:${barePort}${path}` })
  const pairs: [string, number, Target, Target][] = [
    ['List as JSON', 0.12, { url: `${portal}/api/meetings`, headers: { cookie } }, bare('/list')],
    [
      'List, unchanged (304)',
      0.25,
      { url: `${portal}/api/meetings`, headers: { cookie, 'if-none-match': list.headers.etag ?? '' } },
      bare('/unchanged'),
    ],
    ['Home document', 0.4, { url: `${portal}/`, headers: { cookie } }, bare('/home')],
    [
      'A stranger’s document',
      0.5,
      { url: `${portal}/history?x=1`, isFromMany: true },
      { url: `${portal}/`, headers: { cookie }, isFromMany: true },
    ],
  ]
  const rows: Row[] = []
  for (const [what, bar, target, control] of pairs) {
    const { subject, control: floor } = await measurePair(target, control, effort)
    const row = {
      what,
      bar,
      ratio: subject.perSecond / floor.perSecond,
      perSecond: subject.perSecond,
      controlPerSecond: floor.perSecond,
      p99Ms: subject.p99Ms,
      errors: subject.errors,
    }
    say(
      `${what}: ${(row.ratio * 100).toFixed(1)} % of its control (bar ${bar * 100} %), ${Math.round(row.perSecond)}/s against ${Math.round(row.controlPerSecond)}/s, p99 ${row.p99Ms} ms, ${row.errors} errors`,
    )
    rows.push(row)
  }
  return rows
}

async function measurePages(cookie: string, organizer: string): Promise<BrowserRow[]> {
  const hello = await startHello(await freePort())
  children.push(hello.child)
  const rows = await measureBrowser({
    portal: `http://localhost:${port}`,
    hello: hello.url,
    cookie,
    organizer,
    browserPort: await freePort(),
    rounds: isQuick ? 1 : 5,
    rows: isQuick ? 400 : 10_000,
    say,
  })
  for (const { what, value, control, atMost, atLeast } of rows) {
    const bar = atMost === undefined ? (atLeast === undefined ? '' : `, bar ≥ ${atLeast}`) : `, bar ≤ ${atMost}`
    const isMet = value <= (atMost ?? Number.POSITIVE_INFINITY) && value >= (atLeast ?? 0)
    const beside = control === null ? '' : `, hello world ${rounded(control)}`
    say(`${isMet ? '✓' : '✗'} ${what}: ${rounded(value)}${beside}${bar}`)
  }
  return rows
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000
}

/** @returns seconds until the first authorised answer. */
async function startWeb(): Promise<number> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['lib/http/main.ts'], {
    env: {
      ...machineVariables(),
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      TRUSTED_PROXIES: '127.0.0.1,::1',
      PORT: String(port),
      BUILD_DIR: env().buildDir,
      LOG_LEVEL: 'error',
    },
    stdio: 'inherit',
  })
  children.push(child)
  while (child.exitCode === null) {
    const response = await fetch(`http://localhost:${port}/api/readyz`).catch(() => null)
    if (response?.ok) return (performance.now() - startedAt) / 1000
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('The web server exited before it was ready. If there is no build yet, run "npm run build" first.')
}

async function startBare(answers: Record<string, unknown>): Promise<void> {
  const child = fork(join(import.meta.dirname, 'bare-server.ts'))
  children.push(child)
  child.send({ port: barePort, answers })
  await once(child, 'message')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function fetchOnce(url: string, headers: Record<string, string>) {
  const response = await fetch(url, { headers: { ...headers, 'accept-encoding': 'identity' } })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  const kept = Object.fromEntries(
    [...response.headers].filter(
      ([name]) => !['connection', 'keep-alive', 'transfer-encoding', 'content-encoding', 'date'].includes(name),
    ),
  )
  return { status: response.status, headers: kept, body: await response.text() }
}

/** Beside what an earlier run measured of the other kind. */
function report(found: { startSeconds: number; rows?: Row[]; searches?: Search[]; browser?: BrowserRow[] }): void {
  mkdirSync('bench', { recursive: true })
  const file = 'bench/results.json'
  const earlier = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {}
  const machine = { cores: cpus().length, node: process.version }
  writeFileSync(file, `${JSON.stringify({ ...earlier, size, machine, ...found }, null, 2)}\n`)
  say(`Web server ready in ${found.startSeconds.toFixed(2)} s. Results are in ${file}.`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
