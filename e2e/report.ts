import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import type ExcelJS from 'exceljs'
import Papa from 'papaparse'
import { minutesText } from '#components/history/parts/figures.ts'
import { dayKey, formatTime, zoneLabel } from '#lib/time/format.ts'
import { expect } from './fixtures.ts'

type Stay = { name: string; joined: string; left: string }

/** Of the journeys' browsers. */
const zone = 'Europe/Berlin'

/** Picks from the Download menu what is called `file`, of the rows called `of` if several have it. */
export async function downloadFrom(page: Page, file: RegExp, of = /./): Promise<Download> {
  await page.getByRole('button', { name: 'Download' }).click()
  const item = page.getByRole('group', { name: of }).getByRole('menuitem', { name: file })
  const [download] = await Promise.all([page.waitForEvent('download'), item.first().click()])
  return download
}

/** A session whose report is there, once the past has been read. */
export async function pastSession(page: Page): Promise<string> {
  const first = () =>
    page.evaluate(async () => {
      const answer = await fetch('/api/history?limit=1')
      return ((await answer.json()) as { items: { id: string }[] }).items[0]?.id ?? ''
    })
  await expect.poll(first, { timeout: 60_000 }).not.toBe('')
  return first()
}

/** The lines of a report's CSV of stays, by the names of its columns. */
export async function readStays(download: Download): Promise<Record<string, string>[]> {
  const text = (await readFile(await download.path(), 'utf8')).replace('\uFEFF', '')
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  expect(errors).toEqual([])
  return data
}

/** First join, last leave (to the second, and as they are read) and minutes of each person in the table. */
export async function peopleShown(page: Page): Promise<string[][]> {
  const shown = await page.getByRole('table').evaluate((table: HTMLTableElement) =>
    [...table.tBodies].map(({ rows: [row] }) => {
      const times = [...(row?.querySelectorAll('time') ?? [])]
      return [...times.flatMap(({ dateTime, innerText }) => [dateTime, innerText]), row?.cells[4]?.innerText ?? '']
    }),
  )
  return sorted(shown)
}

/** What the table of a session that began then has to say of these stays. */
export function peopleOf(rows: Stay[], since: string): string[][] {
  const names = [...new Set(rows.map(({ name }) => name))]
  return sorted(
    names.map((name) => {
      const own = rows.filter((row) => row.name === name)
      const first = own.map(({ joined }) => joined).sort()[0] ?? ''
      const last =
        own
          .map(({ left }) => left)
          .sort()
          .at(-1) ?? ''
      const seconds = own.reduce((sum, { joined, left }) => sum + (Date.parse(left) - Date.parse(joined)) / 1000, 0)
      return [first, clock(first, since), last, clock(last, since), minutesText(Math.round(seconds / 6) / 10)]
    }),
  )
}

/** Joined and left in the sheet of stays, under its head: local times, as a spreadsheet shows them. */
export function staysIn(workbook: ExcelJS.Workbook): string[][] {
  const stays: string[][] = []
  workbook.getWorksheet('Stays')?.eachRow((row) => {
    const [joined, left] = [row.getCell(4).value, row.getCell(5).value]
    if (joined instanceof Date && left instanceof Date) stays.push([cellTime(joined), cellTime(left)])
  })
  return sorted(stays)
}

/** A spreadsheet counts days: the milliseconds of that fraction are noise. */
function cellTime(cell: Date): string {
  return new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ')
}

export function wallClock(instant: string): string {
  return new Date(instant).toLocaleString('sv-SE', { timeZone: zone })
}

/** As a report says it of a session that began then: on the next day, and after a change of the clocks, it says so. */
export function clock(instant: string, since: string): string {
  const isSameZone = zoneLabel(instant, zone) === zoneLabel(since, zone)
  const isSameDay = dayKey(instant, zone) === dayKey(since, zone)
  return `${formatTime(instant, zone)}${isSameZone ? '' : ` ${zoneLabel(instant, zone)}`}${isSameDay ? '' : ' (+1)'}`
}

export function sorted(stays: string[][]): string[][] {
  return stays.sort((a, b) => a.join().localeCompare(b.join()))
}
