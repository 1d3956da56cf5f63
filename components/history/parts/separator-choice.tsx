import { Select } from '#components/ui/select.tsx'
import type { CsvForm } from '#lib/history/schema.ts'
import { chooseSeparator, type Separator } from './csv-form.ts'

const separators: Record<Separator, string> = { semicolon: 'Semicolon ;', comma: 'Comma ,', tab: 'Tab' }

/** What separates the columns of CSV files; kept in this browser. */
export function SeparatorChoice({ form }: { form: CsvForm }) {
  return (
    <Select
      aria-label="CSV separator"
      title="What separates the columns of CSV files"
      value={form.separator ?? 'comma'}
      onChange={(event) => chooseSeparator(event.target.value as Separator)}
      className="w-36"
    >
      {Object.entries(separators).map(([separator, text]) => (
        <option key={separator} value={separator}>
          {text}
        </option>
      ))}
    </Select>
  )
}
