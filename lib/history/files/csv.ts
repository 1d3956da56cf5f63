import { withoutTurning } from '#lib/goto/contract/storable.ts'
import type { CsvForm } from '#lib/history/schema.ts'

/** Excel only reads UTF-8 after this mark. */
export const byteOrderMark = '\uFEFF'

export type CsvValue = string | number | null

const separators = { comma: ',', semicolon: ';', tab: '\t' }

/** One line of RFC 4180. An apostrophe marks what a spreadsheet would take for a formula as text. */
export function csvLine(values: readonly CsvValue[], { separator = 'comma', decimal }: CsvForm = {}): string {
  const sign = separators[separator]
  const hasComma = (decimal ?? (separator === 'semicolon' ? 'comma' : 'point')) === 'comma'
  const fields = values.map((value) => (typeof value === 'number' ? number(value, hasComma, sign) : field(value)))
  return `${fields.join(sign)}\r\n`
}

/** A sentence about the file, padded to the width of the other lines. */
export function csvSentence(sentence: string, columns: number, form?: CsvForm): string {
  return csvLine([sentence, ...Array.from({ length: columns - 1 }, () => null)], form)
}

/**
 * A character that starts a formula: at the beginning, or after anything a spreadsheet may take for the end of a field
 * (in half of Europe, a semicolon). Also after blanks and quotes, which it drops, and in full-width or small form.
 */
const formula = /(^|[;,\t\r\n])(?:[^\S\t\r\n]|["'])*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]|^[\t\r]/

function field(value: string | null): string {
  if (value === null) return ''
  const plain = withoutTurning(value)
  const text = formula.test(plain) ? `'${plain}` : plain
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function number(value: number, hasComma: boolean, separator: string): string {
  const text = hasComma ? String(value).replace('.', ',') : String(value)
  return text.includes(separator) ? `"${text}"` : text
}
