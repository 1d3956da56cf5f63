import { useSyncExternalStore } from 'react'
import { readKept, writeKept } from '#components/shell/browser-store.ts'
import { separators } from '#lib/history/rules.ts'
import type { CsvForm } from '#lib/history/schema.ts'
import { readerLocale } from '#lib/time/reader.ts'

export type Separator = NonNullable<CsvForm['separator']>

const key = 'foyer-csv-separator'
const changed = 'foyer:csv-separator'
const rfc4180: CsvForm = {}

/** How the CSV files of this page are written: as spreadsheets in the browser's language read them, unless chosen. */
export function useCsvForm(): CsvForm {
  const separator = useSyncExternalStore(listen, chosenSeparator, usual)
  if (separator === null || (separator === 'comma' && !hasDecimalComma())) return rfc4180
  return { separator, decimal: hasDecimalComma() ? 'comma' : 'point' }
}

export function chooseSeparator(separator: Separator): void {
  writeKept(key, separator)
  window.dispatchEvent(new Event(changed))
}

function chosenSeparator(): Separator {
  const kept = readKept(key)
  return separators.find((separator) => separator === kept) ?? (hasDecimalComma() ? 'semicolon' : 'comma')
}

/** Where a comma stands in numbers, spreadsheets split lines at semicolons. */
function hasDecimalComma(): boolean {
  return new Intl.NumberFormat(readerLocale()).format(0.5).includes(',')
}

/** Before the page has come to life nothing is known of its reader. */
function usual(): null {
  return null
}

function listen(tell: () => void): () => void {
  window.addEventListener(changed, tell)
  window.addEventListener('storage', tell)
  return () => {
    window.removeEventListener(changed, tell)
    window.removeEventListener('storage', tell)
  }
}
