'use client'

import { Combobox } from '@base-ui/react/combobox'
import { Check, ChevronsUpDown } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { cx } from '#components/ui/cx.ts'
import { inputStyle } from '#components/ui/field.tsx'
import { ListPopup } from '#components/ui/list-popup.tsx'
import { entryStyle, listNoteStyle, listStyle } from '#components/ui/list-style.ts'
import { bestFirst } from '#lib/search/match.ts'

type Zone = { value: string; label: string }

type ZonePickerProps = {
  zone: string
  onChoose: (zone: string) => void
  /** It replaces a pressed button, so it takes over the focus. */
  takesFocus?: boolean
  /** Escape: keep the current zone. */
  onLeave?: () => void
}

/** All time zones, found by the words of their name. */
export function ZonePicker({ zone, onChoose, takesFocus = false, onLeave }: ZonePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const zones = useMemo(() => [...new Set(['UTC', zone, ...Intl.supportedValuesOf('timeZone')])].map(toItem), [zone])
  // The very object in the list: an equal copy would count as a different choice.
  const chosenZone = zones.find(({ value }) => value === zone) ?? null

  useEffect(() => {
    if (!takesFocus) return
    input.current?.focus()
    input.current?.select()
  }, [takesFocus])

  return (
    <Combobox.Root
      items={zones}
      filteredItems={bestFirst(zones, typed, ({ label }) => [label])}
      value={chosenZone}
      onInputValueChange={(text, { reason }) => setTyped(reason === 'input-change' ? text : '')}
      onValueChange={(chosen: Zone | null) => {
        if (chosen && chosen.value !== zone) onChoose(chosen.value)
      }}
      autoHighlight
    >
      <Combobox.InputGroup className="relative w-72 max-w-full">
        <Combobox.Input
          ref={input}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onLeave?.()
          }}
          aria-label="Time zone"
          className={cx(inputStyle, 'h-9 w-full pr-9')}
        />
        <Combobox.Trigger
          aria-label="Show all time zones"
          className="absolute top-1 right-1 grid size-7 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink"
        >
          <ChevronsUpDown aria-hidden="true" size={16} />
        </Combobox.Trigger>
      </Combobox.InputGroup>
      <ListPopup>
        <Combobox.Empty className={listNoteStyle}>No results for “{typed}”</Combobox.Empty>
        <Combobox.List className={listStyle}>
          {(item: Zone) => (
            <Combobox.Item
              key={item.value}
              value={item}
              className={cx(entryStyle, 'h-8 items-center justify-between gap-2')}
            >
              {item.label}
              <Combobox.ItemIndicator>
                <Check aria-hidden="true" size={16} className="text-accent-ink" />
              </Combobox.ItemIndicator>
            </Combobox.Item>
          )}
        </Combobox.List>
      </ListPopup>
    </Combobox.Root>
  )
}

function toItem(value: string): Zone {
  const name = value.replaceAll('_', ' ')
  const today = todaysNames[value]
  return { value, label: today ? `${name} (${today})` : name }
}

/** Places that browsers still list under an older name. */
const todaysNames: Record<string, string> = {
  'America/Godthab': 'Nuuk',
  'Asia/Calcutta': 'Kolkata',
  'Asia/Katmandu': 'Kathmandu',
  'Asia/Rangoon': 'Yangon',
  'Asia/Saigon': 'Ho Chi Minh City',
  'Europe/Kiev': 'Kyiv',
}
