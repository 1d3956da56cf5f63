/** Excel reads UTF-8 only behind this mark. */
export const byteOrderMark = '\uFEFF'

export type CsvValue = string | number | null

/** One line of RFC 4180. A spreadsheet takes what begins with one of these for a formula: such a text is made text. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(field).join(',')}\r\n`
}

/** A sentence about the file, as a line that is as long as the others. */
export function csvSentence(sentence: string, columns: number): string {
  return csvLine([sentence, ...Array.from({ length: columns - 1 }, () => null)])
}

/**
 * A sign that begins a formula: at the beginning, and behind whatever a spreadsheet may take for the end of a field (in
 * half of Europe that is a semicolon). Also behind blanks and quotes, which it drops, and in the full width or the small form.
 */
const formula = /(^|[;,\t\r\n])(?:[^\S\t\r\n]|["'])*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]|^[\t\r]/

function field(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = formula.test(value) ? `'${value}` : value
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
