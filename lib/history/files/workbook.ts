import { withoutTurning } from '#lib/goto/contract/storable.ts'
import type { Column, ColumnKind, ColumnValue } from '#lib/history/columns.ts'
import { wallClock } from '#lib/time/zoned-iso.ts'
import { zip } from './zip.ts'

/** Text is never a formula, whatever it starts with. null: an empty cell, which no sum counts as zero. */
export type Cell = { value: string | number | Date; style: Style } | null
type Style = 'plain' | 'bold' | 'time' | 'minutes' | 'share'
type Rows = Iterable<Cell[]> | AsyncIterable<Cell[]>
export type Sheet = { name: string; width: number; rows: Rows }

/** An XLSX file, sent as it is made. Times by the clock of who reads it: the cells' values stay the same. */
export function workbook(sheets: readonly Sheet[], clock: '12' | undefined): AsyncGenerator<Uint8Array> {
  const numbered = sheets.map((sheet, index) => ({ ...sheet, nth: index + 1 }))
  return zip([
    { name: '[Content_Types].xml', parts: [contentTypes(numbered)] },
    { name: '_rels/.rels', parts: [relations([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }])] },
    { name: 'xl/workbook.xml', parts: [book(numbered)] },
    { name: 'xl/_rels/workbook.xml.rels', parts: [bookRelations(numbered)] },
    { name: 'xl/styles.xml', parts: [stylesFor(clock)] },
    ...numbered.map((sheet) => ({ name: `xl/worksheets/sheet${sheet.nth}.xml`, parts: sheetParts(sheet) })),
  ])
}

export function cells<Row>(columns: readonly Column<Row>[], row: Row, zone: string): Cell[] {
  return columns.map(({ kind, value }) => cell(kind, value(row), zone))
}

const styles: Partial<Record<ColumnKind, Style>> = { time: 'time', minutes: 'minutes', share: 'share' }

/** Times are local to `zone`: a cell has none. */
export function cell(kind: ColumnKind, value: ColumnValue, zone: string): Cell {
  if (value === null || value === '') return null
  if (kind === 'time' && typeof value === 'string') return { value: wallClock(value, zone), style: 'time' }
  return { value, style: typeof value === 'number' ? (styles[kind] ?? 'plain') : 'plain' }
}

export function titles(columns: readonly Pick<Column<never>, 'title'>[]): Cell[] {
  return columns.map(({ title }) => bold(title))
}

export function bold(value: string): Cell {
  return { value, style: 'bold' }
}

/** A sheet of a spreadsheet program has 1,048,576 rows; the last one is for the sentence. */
const mostRows = 1_048_575
const tooLong = 'A sheet holds no more rows: the rest is missing here. Choose a shorter period, or CSV.'
/** Many rows at once: compressing each by itself would cost more than making it. */
const partLength = 64 * 1024

async function* sheetParts({ width, rows }: Sheet): AsyncGenerator<string> {
  let part = `${xml}<worksheet xmlns="${main}"><cols><col min="1" max="${width}" width="22" customWidth="1"/></cols><sheetData>`
  let nth = 0
  for await (const row of rows) {
    nth++
    part += rowXml(nth > mostRows ? [{ value: tooLong, style: 'plain' }] : row, nth)
    if (nth > mostRows) break
    if (part.length < partLength) continue
    yield part
    part = ''
  }
  yield `${part}</sheetData></worksheet>`
}

function rowXml(row: Cell[], nth: number): string {
  return `<row r="${nth}">${row.map((one, index) => cellXml(one, `${letters(index)}${nth}`)).join('')}</row>`
}

function cellXml(one: Cell, at: string): string {
  if (one === null) return ''
  const { value } = one
  const start = `<c r="${at}" s="${styleNames.indexOf(one.style)}"`
  if (typeof value === 'string')
    return `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
  return `${start}><v>${typeof value === 'number' ? value : dayNumber(value)}</v></c>`
}

/** Days since the beginning of 1900, as spreadsheets count them. */
function dayNumber(at: Date): number {
  return at.getTime() / 86_400_000 + 25_569
}

/** `A`, …, `Z`, `AA` */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

/** The most characters a cell holds. */
const longestText = 32_767
// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold is what is meant
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function escaped(text: string): string {
  const plain = withoutTurning(text).replace(unwritable, '').slice(0, longestText).toWellFormed()
  return plain.replace(/[&<>]/g, (sign) => entities[sign] ?? '')
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

type Numbered = { name: string; nth: number }

function contentTypes(sheets: Numbered[]): string {
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...sheets.map(({ nth }) => [`/xl/worksheets/sheet${nth}.xml`, 'worksheet']),
  ]
  const all = parts.map(([name, kind]) => `<Override PartName="${name}" ContentType="${kinds}.${kind}+xml"/>`).join('')
  return `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${all}</Types>`
}

function relations(all: { id: string; type: string; target: string }[]): string {
  const each = all.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${related}/${type}" Target="${target}"/>`,
  )
  return `${xml}<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`
}

function bookRelations(sheets: Numbered[]): string {
  return relations([
    { id: 'styles', type: 'styles', target: 'styles.xml' },
    ...sheets.map(({ nth }) => ({ id: `sheet${nth}`, type: 'worksheet', target: `worksheets/sheet${nth}.xml` })),
  ])
}

function book(sheets: Numbered[]): string {
  const each = sheets.map(({ name, nth }) => `<sheet name="${name}" sheetId="${nth}" r:id="sheet${nth}"/>`)
  return `${xml}<workbook xmlns="${main}" xmlns:r="${related}"><sheets>${each.join('')}</sheets></workbook>`
}

const styleNames: readonly Style[] = ['plain', 'bold', 'time', 'minutes', 'share']

/** The styles in the order of their names. 164 is the first number for formats of one's own; 9 is `0%`. */
function stylesFor(clock: '12' | undefined): string {
  const time = clock === '12' ? 'yyyy-mm-dd h:mm:ss AM/PM' : 'yyyy-mm-dd hh:mm:ss'
  const fonts = ['', '<b/>'].map((weight) => `<font>${weight}<sz val="11"/><name val="Calibri"/></font>`)
  const looks = [
    [0, 0],
    [0, 1],
    [164, 0],
    [165, 0],
    [9, 0],
  ].map(
    ([format, font]) =>
      `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
  )
  return [
    `${xml}<styleSheet xmlns="${main}">`,
    `<numFmts count="2"><numFmt numFmtId="164" formatCode="${time}"/><numFmt numFmtId="165" formatCode="0.0"/></numFmts>`,
    `<fonts count="2">${fonts.join('')}</fonts>`,
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${looks.length}">${looks.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('')
}
