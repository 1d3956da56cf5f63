import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { bold, type Cell, cell, workbook } from './workbook.ts'

async function read(
  rows: Iterable<Cell[]> | AsyncIterable<Cell[]>,
  clock?: '12',
): Promise<ExcelJS.Worksheet | undefined> {
  const chunks: Uint8Array[] = []
  for await (const chunk of workbook([{ name: 'List', width: 3, rows }], clock)) chunks.push(chunk)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(Buffer.concat(chunks)).buffer)
  return book.getWorksheet('List')
}

test('text is never a formula, and what XML cannot hold is left out', async () => {
  const texts = ['=1+1', '<b>&amp;"', ' two  spaces ', 'line\nline', 'null\u0000 \uD800half', 'Zoë 👋']
  const sheet = await read([texts.map((text) => cell('text', text, 'UTC'))])
  const row = sheet?.getRow(1)
  expect(row?.getCell(1).type).toBe(ExcelJS.ValueType.String)
  expect(texts.map((_, nth) => row?.getCell(nth + 1).value)).toEqual([
    ...texts.slice(0, 4),
    'null \uFFFDhalf',
    'Zoë 👋',
  ])
})

test('numbers, shares and local times are values with a format, and unknown is empty', async () => {
  const at = '2026-11-24T17:30:15.000Z'
  const row = (clock?: '12') =>
    read(
      [[bold('Title')], [cell('minutes', 29.9, ''), cell('share', 0.5, ''), cell('time', at, 'Europe/Berlin'), null]],
      clock,
    )
  const [usual, halfDays] = [(await row())?.getRow(2), (await row('12'))?.getRow(2)]
  expect(usual?.getCell(1)).toMatchObject({ value: 29.9, numFmt: '0.0' })
  expect(usual?.getCell(2)).toMatchObject({ value: 0.5, numFmt: '0%' })
  expect(Math.round(Number(usual?.getCell(3).value) / 1000)).toBe(Date.parse('2026-11-24T18:30:15Z') / 1000)
  expect([usual?.getCell(3).numFmt, halfDays?.getCell(3).numFmt]).toEqual([
    'yyyy-mm-dd hh:mm:ss',
    'yyyy-mm-dd h:mm:ss AM/PM',
  ])
  expect(usual?.getCell(4).value).toBeNull()
})

test('columns beyond Z have their names', async () => {
  const sheet = await read([Array.from({ length: 30 }, (_, nth) => cell('count', nth, ''))])
  expect(sheet?.getCell('AD1').value).toBe(29)
})

test('a long list is sent while it is read, and reading ends when nobody wants the rest', async () => {
  let made = 0
  let isOver = false
  async function* rows(): AsyncGenerator<Cell[]> {
    try {
      for (; made < 1_000_000; made++) yield [cell('text', `person ${made} ${Math.random()}`, '')]
    } finally {
      isOver = true
    }
  }
  let sent = 0
  for await (const chunk of workbook([{ name: 'List', width: 1, rows: rows() }], undefined)) {
    sent += chunk.length
    if (sent > 100_000) break
  }
  await expect.poll(() => isOver).toBe(true)
  expect(made).toBeLessThan(100_000)
})

test('trouble while rows are read ends the file with it', async () => {
  async function* rows(): AsyncGenerator<Cell[]> {
    yield [bold('Title')]
    throw new Error('the database is away')
  }
  await expect(read(rows())).rejects.toThrow('the database is away')
})
