import { readKept, writeKept } from '#components/shell/browser-store.ts'
import { separators } from '#lib/history/rules.ts'
import type { CsvForm } from '#lib/history/schema.ts'
import { readerLocale } from '#lib/time/reader.ts'

type Separator = NonNullable<CsvForm['separator']>

const key = 'foyer-csv-separator'

/**
 * The forms of CSV that are offered: first the one last chosen in this browser, or else the one that spreadsheets in its
 * language read. Where a comma stands in numbers, they split lines at semicolons.
 */
export function csvForms(): CsvForm[] {
  const own = hasDecimalComma() ? 'comma' : 'point'
  const forms: Record<Separator, CsvForm> = {
    comma: {},
    semicolon: { separator: 'semicolon', decimal: 'comma' },
    tab: { separator: 'tab', decimal: own },
  }
  const kept = readKept(key)
  const usual = own === 'comma' ? 'semicolon' : 'comma'
  const order = [kept, usual, 'comma', 'semicolon', 'tab']
  return [...new Set(order)].flatMap((separator) => (isSeparator(separator) ? [forms[separator]] : []))
}

/** Puts it first from now on. */
export function keepForm({ separator = 'comma' }: CsvForm): void {
  writeKept(key, separator)
}

/** `CSV with semicolons`, `1,5`: what splits the columns, and how numbers look. */
export function csvWords({ separator = 'comma', decimal = 'point' }: CsvForm): { title: string; number: string } {
  return { title: `CSV with ${separator}s`, number: decimal === 'comma' ? '1,5' : '1.5' }
}

function isSeparator(text: string | null): text is Separator {
  return separators.some((separator) => separator === text)
}

function hasDecimalComma(): boolean {
  return new Intl.NumberFormat(readerLocale()).format(0.5).includes(',')
}
