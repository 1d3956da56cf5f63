import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { machineVariables } from '#lib/env.ts'
import { expect, test } from './fixtures.ts'
import { liveMeeting, planMeeting, readNow } from './organizer.ts'
import type { SandboxControl } from './sandbox.ts'

test('while GoTo is down the list stays readable, says its age, and joining still leads to the meeting', async ({
  browserOf,
  sandbox,
}) => {
  const admin = await browserOf('adam')
  const live = await liveMeeting(sandbox, 'Live while GoTo is down')
  await planMeeting(sandbox, { subject: 'Ahead while GoTo is down', startsInMinutes: 90 })
  await readNow(admin.page)
  const { page, context } = await browserOf('erin')
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible()
  // As a row or, where there is much before it, as the text of one.
  const planned = page.getByRole('main').getByText('Ahead while GoTo is down').first()
  await expect(planned).toBeVisible()
  const ahead = await rowsAhead(page, await sandbox.now())
  await sandbox.faults([{ call: '*', count: 10_000, answer: 503 }])
  await page.reload()
  await expect(planned).toBeVisible()
  for (const id of ahead) await expect(page.locator(`#${id}`)).toBeVisible()
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Join now: Live while GoTo is down' }).click(),
  ])
  await expect(tab).toHaveURL(new RegExp(`127\\.0\\.0\\.1:\\d+/join/${live.id}`))
  await expect(page.getByText(/^as of \d\d:\d\d$/).first()).toBeVisible()
  await sandbox.act({ meetingId: live.id, do: 'end' })
})

/** What stands on Home and begins in more than five minutes: no clock takes it away while a journey looks. */
async function rowsAhead(page: Page, now: Date): Promise<string[]> {
  const rows = await page
    .locator('main li[id^=meeting-]')
    .evaluateAll((all) => all.map((row) => ({ id: row.id, startsAt: row.querySelector('time')?.dateTime })))
  return rows.flatMap(({ id, startsAt }) => (Date.parse(startsAt ?? '') > now.getTime() + 300_000 ? [id] : []))
}

/** A call that hangs is given up after 30 s, and after trouble GoTo is left alone for up to 30 s (client.ts, breaker.ts). */
const recovery = { withinMs: 90_000 }

for (const answer of ['html', 'truncate', 'cut', 'hang', 429] as const) {
  test(`GoTo answering with ${answer} spoils nothing that was read before`, async ({ browserOf, sandbox }) => {
    const admin = await browserOf('adam')
    await planMeeting(sandbox, { subject: `Survivor of ${answer}`, startsInMinutes: 20 })
    await readNow(admin.page, recovery)
    const survivor = admin.page.getByRole('heading', { name: `Survivor of ${answer}` })
    // Who organizes is asked for once in vain: the breaker, which opens after five failures, would keep the rest away.
    await sandbox.faults([
      { call: 'listGroups', count: 1, answer },
      { call: 'listOrganizers', count: 1, answer },
      { call: 'listUpcomingMeetingsByOrganizer', count: 1_000, answer },
    ])
    const since = await sandbox.now()
    await admin.page.getByRole('button', { name: 'Read now' }).click()
    // The press asks for the organizers; it, or the readers that go by the clock, for the meetings of those who are due.
    // A round of an earlier press may be at it and meet the faults first: this one comes after it.
    test.setTimeout(test.info().timeout + recovery.withinMs)
    for (const asked of ['/organizers', '/upcomingMeetings'])
      await expect
        .poll(() => areAsked(sandbox, since, asked), { timeout: recovery.withinMs, message: asked })
        .toBe(true)
    await sandbox.faults([{ call: '*', count: 1_000, answer }])
    await admin.page.goto('/?q=Survivor')
    await expect(survivor).toBeVisible()
    await sandbox.clearFaults()
    await readNow(admin.page, recovery)
    await admin.page.goto('/?q=Survivor')
    await expect(survivor).toBeVisible()
  })
}

async function areAsked(sandbox: SandboxControl, since: Date, path: string): Promise<boolean> {
  return (await sandbox.calls()).some((call) => Date.parse(call.at) >= since.getTime() && call.path.endsWith(path))
}

test('offline, the page says so and keeps its rows', async ({ browserOf }) => {
  const { page, context } = await browserOf('erin')
  const rows = page.getByRole('heading', { level: 3 })
  await expect(rows.first()).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText(/^You’re offline\. This is what/)).toBeVisible()
  await expect(rows.first()).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(/You’re offline|be reached/i)).toHaveCount(0)
})

test('while the database is gone requests are asked to come back, the page keeps its rows, and all recovers on its own', async ({
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
  expect(said).toContain('GOTO_CLIENTID is not a Foyer setting')
})
