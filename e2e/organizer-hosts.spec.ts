import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { expect, test } from './fixtures.ts'
import { attendeesOf, createByForm } from './organizer.ts'
import { countPresses } from './presses.ts'
import { clock, downloadFrom, peopleOf, peopleShown, readStays, sorted, staysIn, wallClock } from './report.ts'
import type { SandboxControl } from './sandbox.ts'

const ann = '  ann  O’Brien (Guest) '
const bob = '=HYPERLINK("http://example.com";"Bob")'

test('an organizer starts, two guests join, one of them twice, ends, and reads and downloads exactly that', async ({
  browser,
  browserOf,
  sandbox,
}) => {
  test.setTimeout(240_000)
  await sandbox.settings({ historyDelaySeconds: 0 })
  const { page, context } = await browserOf('olivia', 'goto')
  const soon = new Date((await sandbox.now()).getTime() + 5 * 60_000)
  const id = await createByForm(page, 'Hosted for real', soon)
  const meetingPage = page.url()

  const starting = await countPresses(page)
  const [host] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Start: Hosted for real' }).click(),
  ])
  expect(await starting()).toBe(1)
  await expect(host).toHaveURL(/127\.0\.0\.1:\d+\/host\//)
  const token = new URL(host.url()).searchParams.get('authenticationToken') ?? ''
  expect(token.length).toBeGreaterThan(20)
  await host.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByText('Live').first()).toBeVisible()

  const first = await guest(browser, sandbox, id, ann, 'ann@customer.example')
  const second = await guest(browser, sandbox, id, bob, '')
  await sandbox.advance(600)
  await first.getByRole('button', { name: 'Leave' }).click()
  await expect(first.getByText('You left. The meeting is still running.')).toBeVisible()
  await sandbox.advance(300)
  await first.getByRole('button', { name: 'Join' }).click()
  await expect(first.getByText(/You are in the meeting/)).toBeVisible()
  await sandbox.advance(300)

  await page.bringToFront()
  await page.getByRole('button', { name: 'End' }).click()
  const [again] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Open my host session' }).click(),
  ])
  await again.getByRole('button', { name: 'End' }).click()
  await page.bringToFront()
  await expect(page.getByRole('link', { name: 'Full report' })).toBeVisible({ timeout: 60_000 })
  for (const left of [first, second]) await left.context().close()

  // What GoTo wrote down is what the report is held against, to the second.
  const rows = (await attendeesOf(sandbox, id)).map((row) => ({
    name: String(row.attendeeName),
    joined: isoOf(row.joinTime),
    left: isoOf(row.leaveTime),
  }))
  const guests = rows.filter(({ name }) => !name.startsWith('Olivia'))
  expect(guests).toHaveLength(3)

  // The last meeting stands on the organizer's home, its report one press away.
  await page.goto('/')
  const reading = await countPresses(page)
  await page.getByRole('link', { name: 'Report: Hosted for real' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hosted for real' })).toBeVisible()
  expect(await reading()).toBe(1)
  const report = (await page.evaluate(
    async (path) => (await fetch(path)).json(),
    `/api${new URL(page.url()).pathname}`,
  )) as Report
  expect(staysOf(report)).toEqual(sorted(rows.map(({ joined, left }) => [joined, left])))
  const twice = report.attendees.find(({ intervals }) => intervals.length === 2)
  expect(twice?.typedName.trim()).toBe(ann.trim())
  expect(twice?.minutes).toBeGreaterThanOrEqual(15)
  const since = report.startedAt
  expect(await peopleShown(page)).toEqual(peopleOf(rows, since))
  const toggle = page.getByRole('button', { name: `2 stays of ${ann.trim()}` })
  const stays = page.getByRole('list', { name: `Stays of ${ann.trim()}` })
  await expect(stays).toBeHidden()
  await toggle.click()
  const ofAnn = rows.filter(({ name }) => name.trim() === ann.trim()).sort((a, b) => a.joined.localeCompare(b.joined))
  const written = ofAnn.map(({ joined, left }) => `${clock(joined, since)}–${clock(left, since)} · `)
  await expect(stays.getByRole('listitem')).toHaveText(
    written.map((text) => new RegExp(`^${text.replaceAll(/[()+]/g, '\\$&')}`)),
  )
  await toggle.click()

  const lines = await readStays(await downloadFrom(page, /^CSV/, /^Stays/))
  expect(sorted(lines.map((line) => [instantOf(line.Joined), instantOf(line.Left)]))).toEqual(staysOf(report))
  expect(lines.every((line) => !/^\s*=/.test(line['Typed name'] ?? ''))).toBe(true)

  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(
    (await readFile(await (await downloadFrom(page, /^Excel/)).path())) as unknown as ExcelJS.Buffer,
  )
  const formulas: string[] = []
  const texts: string[] = []
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) formulas.push(cell.formula)
        texts.push(cell.text)
      }),
    ),
  )
  expect(formulas).toEqual([])
  expect(texts.some((text) => text.includes('HYPERLINK'))).toBe(true)
  expect(staysIn(workbook)).toEqual(sorted(rows.map(({ joined, left }) => [wallClock(joined), wallClock(left)])))

  // On paper: everybody, with every stay, and nothing that can only be pressed.
  await page.emulateMedia({ media: 'print' })
  for (const role of ['banner', 'navigation', 'link'] as const) await expect(page.getByRole(role)).toHaveCount(0)
  await expect(page.getByRole('button').and(page.locator(':not(table button)'))).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: 'Hosted for real' })).toBeVisible()
  await expect(page.getByRole('rowheader')).toHaveCount(report.attendees.length)
  for (const row of await page.getByRole('rowheader').all()) await expect(row).toBeVisible()
  await expect(stays.getByRole('listitem')).toHaveCount(2)
  expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-')
  await page.emulateMedia({ media: null })

  // Anybody with the host's address can open the meeting as host: it must be nowhere but in the tab that opened it.
  await page.goto(meetingPage)
  const traces = await page.evaluate(() => [
    document.documentElement.outerHTML,
    JSON.stringify({ ...localStorage }),
    JSON.stringify({ ...sessionStorage }),
    performance.getEntries().map(({ name }) => name),
  ])
  expect(JSON.stringify(traces)).not.toContain(token)
})

type Report = {
  startedAt: string
  attendees: { typedName: string; minutes: number; intervals: { joinedAt: string; leftAt: string }[] }[]
}

async function guest(
  browser: Browser,
  sandbox: SandboxControl,
  id: string,
  name: string,
  email: string,
): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${sandbox.url}/join/${id}`)
  await page.getByLabel('Your name').fill(name)
  if (email) await page.getByLabel('E-mail (optional)').fill(email)
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page.getByText(/You are in the meeting/)).toBeVisible()
  return page
}

function staysOf({ attendees }: Report): string[][] {
  return sorted(attendees.flatMap(({ intervals }) => intervals.map(({ joinedAt, leftAt }) => [joinedAt, leftAt])))
}

function isoOf(time: unknown): string {
  return new Date(String(time).replace('.+0000', 'Z')).toISOString()
}

function instantOf(time = ''): string {
  return new Date(time).toISOString()
}
