'use client'

import { Icon } from '#components/ui/icon.tsx'
import { changeAddress } from './address.ts'

/** One filter in words, and what removes it from the address bar. */
export type AddressChip = { key: string; text: string; without: Record<string, string | null> }

type AddressChipsProps = {
  chips: AddressChip[]
  /** What removes all of them. */
  without: Record<string, string | null>
  clearAll?: string
}

/** A list's active filters, each removable. */
export function AddressChips({ chips, without, clearAll = 'Clear all' }: AddressChipsProps) {
  if (chips.length === 0) return null
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <ul aria-label="Filters" className="contents">
        {chips.map((chip) => (
          <li key={chip.key}>
            <button
              type="button"
              aria-label={`Remove filter ${chip.text}`}
              onClick={() => changeAddress(chip.without)}
              className="edge inline-flex h-7 items-center gap-1.5 rounded-full bg-accent-soft pr-2 pl-3 text-12 text-accent-ink hover:bg-sunken"
            >
              {chip.text}
              <Icon name="x" size={12} />
            </button>
          </li>
        ))}
      </ul>
      {clearAll ? (
        <button
          type="button"
          onClick={() => changeAddress(without)}
          className="h-7 rounded-full px-2 text-12 text-soft underline underline-offset-2 hover:text-ink"
        >
          {clearAll}
        </button>
      ) : null}
    </div>
  )
}
