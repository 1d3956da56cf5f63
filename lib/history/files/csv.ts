import { withoutTurning } from '#lib/goto/contract/storable.ts'

/** Excel only reads UTF-8 after this mark. */
export const byteOrderMark = '\uFEFF'

export type CsvValue = string | number | null

/** One line of RFC 4180. An apostrophe marks what a spreadsheet would take for a formula as text. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(field).join(',')}\r\n`
}

/** A sentence about the file, padded to the width of the other lines. */
export function csvSentence(sentence: string, columns: number): string {
  return csvLine([sentence, ...Array.from({ length: columns - 1 }, () => null)])
}

/**
 * A character that starts a formula: at the beginning, or after anything a spreadsheet may take for the end of a field
 * (in half of Europe, a semicolon). Also after blanks and quotes, which it drops, and in full-width or small form.
 */
const formula = /(^|[;,\t\r\n])(?:[^\S\t\r\n]|["'])*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]|^[\t\r]/

function field(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const plain = withoutTurning(value)
  const text = formula.test(plain) ? `'${plain}` : plain
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
