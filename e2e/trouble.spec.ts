import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { machineVariables } from '#lib/env.ts'
import { expect, test } from './fixtures.ts'
import { planMeeting, readNow } from './organizer.ts'

test('while GoTo is down the list stays readable, says its age, and joining still leads to the meeting', async ({
  browserOf,
  sandbox,
}) => {
  const { page, context } = await browserOf('erin')
  const rows = page.getByRole('heading', { level: 3 })
  await expect(rows.first()).toBeVisible()
  const before = await rows.count()
  await sandbox.faults([{ call: '*', count: 10_000, answer: 503 }])
  await page.reload()
  await expect(rows.first()).toBeVisible()
  expect(await rows.count()).toBe(before)
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page
      .getByRole('link', { name: /^(Join now: |Open )/ })
      .first()
      .click(),
  ])
  await expect(tab).toHaveURL(/127\.0\.0\.1:\d+\/join\/\d{9}/)
  await expect(page.getByText(/^as of \d\d:\d\d$/).first()).toBeVisible()
})

for (const answer of ['html', 'truncate', 'cut', 'hang', 429] as const) {
  test(`GoTo answering with ${answer} spoils nothing that was read before`, async ({ browserOf, sandbox }) => {
    // Two rounds of reading whose calls may each wait for their deadline.
    test.setTimeout(180_000)
    const admin = await browserOf('adam')
    await planMeeting(sandbox, { subject: `Survivor of ${answer}`, startsInMinutes: 20 })
    await readNow(admin.page)
    const survivor = admin.page.getByRole('heading', { name: `Survivor of ${answer}` })
    const before = (await sandbox.calls()).length
    await sandbox.faults([{ call: '*', count: 1_000, answer }])
    await admin.page.getByRole('button', { name: 'Read now' }).click()
    await expect.poll(async () => (await sandbox.calls()).length, { timeout: 30_000 }).toBeGreaterThan(before + 3)
    await admin.page.goto('/?q=Survivor')
    await expect(survivor).toBeVisible()
    await sandbox.clearFaults()
    await readNow(admin.page)
    await admin.page.goto('/?q=Survivor')
    await expect(survivor).toBeVisible()
  })
}

test('offline, the page says so and keeps its rows', async ({ browserOf }) => {
  const { page, context } = await browserOf('erin')
  const rows = page.getByRole('heading', { level: 3 })
  await expect(rows.first()).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText(/^You are offline\. What you see/)).toBeVisible()
  await expect(rows.first()).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(/You are offline|cannot be reached/i)).toHaveCount(0)
})

test('while the database is gone requests are told to come back, the page keeps its rows, and it heals by itself', async ({
  browserOf,
}) => {
  const { page } = await browserOf('erin')
  const rows = page.getByRole('heading', { level: 3 })
  await expect(rows.first()).toBeVisible()
  const { pid } = JSON.parse(readFileSync(join(process.env.FOYER_DATA_DIR ?? '', 'postgres.json'), 'utf8')) as {
    pid: number
  }
  process.kill(pid, 'SIGKILL')
  const statuses: number[] = []
  await expect
    .poll(
      async () => {
        const response = await page.request.get('/api/readyz')
        statuses.push(response.status())
        if (response.status() === 503) expect(response.headers()['retry-after']).toBeDefined()
        return statuses.includes(503) && response.status() === 200
      },
      { intervals: [50], timeout: 30_000 },
    )
    .toBe(true)
  expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
  await expect(rows.first()).toBeVisible()
  await page.reload()
  await expect(rows.first()).toBeVisible()
})

test('a wrong setting stops the start with its name and what would be right', async () => {
  const child = spawn('node', ['lib/http/main.ts'], { env: { ...machineVariables(), PORT: 'web', GOTO_CLIENTID: 'x' } })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
  })
  const [code] = await once(child, 'exit')
  expect(code).toBe(1)
  expect(said).toContain('PORT must be a port number')
  expect(said).toContain('GOTO_CLIENTID is not a setting of Foyer')
})
