import { readKept, writeKept } from '#components/shell/browser-store.ts'
import { decimals, separators } from '#lib/history/rules.ts'
import type { CsvForm } from '#lib/history/schema.ts'
import { readerLocale } from '#lib/time/reader.ts'
import { readerCountry } from '#lib/time/reader-dates.ts'

type Decimal = NonNullable<CsvForm['decimal']>

const key = 'foyer-csv-separator'
/** Their spreadsheets split at semicolons, although numbers have a point. */
const swiss = ['CH', 'LI']

/**
 * The forms of CSV that are offered: first the one last chosen in this browser, or else the one that spreadsheets of its
 * reader open. Where a comma stands in numbers, they split lines at semicolons; elsewhere semicolons are for others, with
 * their numbers or with the reader's own.
 */
export function csvForms(): CsvForm[] {
  const own = hasDecimalComma() ? 'comma' : 'point'
  const isSwiss = swiss.includes(readerCountry() ?? '')
  const semicolons = own === 'comma' && !isSwiss ? ['semicolon comma'] : [`semicolon ${own}`, `semicolon ${other(own)}`]
  const commas = ['comma point']
  const usual = own === 'comma' || isSwiss ? [...semicolons, ...commas] : [...commas, ...semicolons]
  const forms = [readKept(key), ...usual, `tab ${own}`].flatMap((name) => formOf(name, own) ?? [])
  return [...new Map(forms.map((form) => [nameOf(form), form])).values()]
}

/** Puts it first from now on. */
export function keepForm(form: CsvForm): void {
  writeKept(key, nameOf(form))
}

/** `CSV with semicolons`, `1,5`: what splits the columns, and how numbers look. */
export function csvWords({ separator = 'comma', decimal = 'point' }: CsvForm): { title: string; number: string } {
  return { title: `CSV with ${separator}s`, number: decimal === 'comma' ? '1,5' : '1.5' }
}

function nameOf({ separator = 'comma', decimal = 'point' }: CsvForm): string {
  return `${separator} ${decimal}`
}

/** Of its name; before numbers were part of it they were the reader's own. A file as the API gives it needs no names. */
function formOf(name: string | null, own: Decimal): CsvForm | null {
  const [said, number = said === 'comma' ? 'point' : own] = name?.split(' ') ?? []
  const separator = separators.find((one) => one === said)
  const decimal = decimals.find((one) => one === number)
  if (!separator || !decimal) return null
  return separator === 'comma' && decimal === 'point' ? {} : { separator, decimal }
}

function other(decimal: Decimal): Decimal {
  return decimal === 'comma' ? 'point' : 'comma'
}

function hasDecimalComma(): boolean {
  return new Intl.NumberFormat(readerLocale()).format(0.5).includes(',')
}
