import fc from 'fast-check'
import papa from 'papaparse'
import { expect, test } from 'vitest'
import { withoutTurning } from '#lib/goto/contract/storable.ts'
import { csvLine } from './csv.ts'

const attacks = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '＝1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x")',
  "x;=cmd|'/C calc'!A1;",
  'x; ＝1',
  'x,@SUM(A1)',
  'x\t+1',
  'x\n-1',
  'x;"=1',
]

test.each(attacks)('%j reaches a spreadsheet as text', (attack) => {
  expect(read(csvLine([attack]))).toEqual([[`'${attack}`]])
})

test('numbers stay numbers, and unknown stays empty', () => {
  expect(csvLine([-1.5, null, 'a,"b"'])).toBe('-1.5,,"a,""b"""\r\n')
})

test('beside semicolons numbers have the comma that German spreadsheets read, and text stays as it is', () => {
  expect(csvLine([29.9, '29.9', 'a;b', null], { separator: 'semicolon' })).toBe('29,9;29.9;"a;b";\r\n')
  expect(csvLine([29.9, 'a,b'], { separator: 'tab' })).toBe('29.9\t"a,b"\r\n')
  expect(csvLine([29.9], { separator: 'tab', decimal: 'comma' })).toBe('29,9\r\n')
  expect(csvLine([29.9, 'x'], { separator: 'semicolon', decimal: 'point' })).toBe('29.9;x\r\n')
  expect(read(csvLine([29.9, 'x'], { separator: 'comma', decimal: 'comma' }))).toEqual([['29,9', 'x']])
})

test('what turns the direction of text is in no file', () => {
  expect(csvLine(['Pay\u202Eroll\u2066', '\u202D=1'])).toBe(`Payroll,'=1\r\n`)
})

const character = fc.integer({ min: 0, max: 0xd7ff }).map((code) => String.fromCodePoint(code))

test.each(attacks)('%j is text beside semicolons and tabs, too', (attack) => {
  for (const [separator, delimiter] of [
    ['semicolon', ';'],
    ['tab', '\t'],
  ] as const)
    expect(read(csvLine([attack, 'x'], { separator }), delimiter)).toEqual([[`'${attack}`, 'x']])
})

test('whatever people type, another program reads the same fields, and no formula', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: character }).map(withoutTurning), { minLength: 2, maxLength: 6 }),
      (texts) => {
        const [fields = []] = read(csvLine(texts))
        expect(fields.map((field, nth) => (field === `'${texts[nth]}` ? texts[nth] : field))).toEqual(texts)
        for (const field of fields) expect(field).not.toMatch(/^[=+\-@\t\r]/)
      },
    ),
  )
})

const nasty = fc
  .array(
    fc.constantFrom(';', ',', '\t', '\r', '\n', '"', "'", ' ', '\u00a0', '=', '+', '-', '@', '＝', '＠', 'x', '1'),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((letters) => letters.join(''))

test('a program that splits at semicolons or tabs takes no part of a text for a formula', () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 4 }), (texts) => {
      const line = csvLine(texts)
      expect(read(line)[0]?.map((field, nth) => (field === `'${texts[nth]}` ? texts[nth] : field))).toEqual(texts)
      for (const delimiter of [';', '\t']) {
        // A quoted field stays whole, so a formula after a separator stays inside its text.
        const fields = [...line.matchAll(/"(?:[^"]|"")*"|[^,\r\n]+/g)].map(([field]) => field)
        for (const field of fields) {
          if (!field.startsWith('"')) expect(field).not.toContain(delimiter)
          else if (/[;,\t\r\n][\s"']*[=+\-@＝＋－＠]/.test(field)) expect(field).toMatch(/^"'/)
        }
      }
    }),
    { numRuns: 2_000 },
  )
})

function read(text: string, delimiter = ','): string[][] {
  return papa.parse<string[]>(text, { delimiter, newline: '\r\n', skipEmptyLines: true }).data
}
