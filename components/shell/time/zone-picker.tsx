'use client'

import { Combobox } from '@base-ui/react/combobox'
import { useEffect, useMemo, useRef, useState } from 'react'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { inputStyle } from '#components/ui/input-style.ts'
import { ListPopup } from '#components/ui/list-popup.tsx'
import { entryStyle, listNoteStyle, listStyle } from '#components/ui/list-style.ts'
import { serverNow } from '#lib/http/api.ts'
import { bestFirst } from '#lib/search/match.ts'
import { offsetMs } from '#lib/time/zone.ts'
import {
  allZones,
  formerNames,
  isSameZone,
  offsetText,
  readOffset,
  todaysZone,
  zoneName,
} from '#lib/time/zone-names.ts'
import { zonesCalled } from '#lib/time/zone-shorts.ts'

type Zone = { value: string; label: string; offset: string }

type ZonePickerProps = {
  zone: string
  /** The instant whose offsets it shows, where that is not now. */
  at?: string | null | undefined
  onChoose: (zone: string) => void
  /** It replaces a pressed button, so it takes over the focus. */
  takesFocus?: boolean
  /** Escape: keep the current zone. */
  onLeave?: () => void
}

/** All time zones. */
export function ZonePicker({ zone, at, onChoose, takesFocus = false, onLeave }: ZonePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const zones = useMemo(() => zonesAt(zone, instantOf(at)), [zone, at])
  // The very object in the list: an equal copy would count as a different choice.
  const chosenZone = zones.find(({ value }) => isSameZone(value, zone)) ?? null

  useEffect(() => {
    if (!takesFocus) return
    input.current?.focus()
    input.current?.select()
  }, [takesFocus])

  return (
    <Combobox.Root
      items={zones}
      filteredItems={zonesFor(zones, typed, instantOf(at))}
      value={chosenZone}
      onInputValueChange={(text, { reason }) => setTyped(reason === 'input-change' ? text : '')}
      onValueChange={(chosen: Zone | null) => {
        if (chosen && !isSameZone(chosen.value, zone)) onChoose(chosen.value)
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
          <Icon name="chevrons-up-down" size={16} />
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
              <span className="truncate">{item.label}</span>
              <span className="figures flex shrink-0 items-center gap-2 text-12 text-faint">
                <Combobox.ItemIndicator>
                  <Icon name="check" size={16} className="text-accent-ink" />
                </Combobox.ItemIndicator>
                {item.offset}
              </span>
            </Combobox.Item>
          )}
        </Combobox.List>
      </ListPopup>
    </Combobox.Root>
  )
}

function instantOf(at: string | null | undefined): Date {
  return at ? new Date(at) : serverNow()
}

function zonesAt(chosen: string, at: Date): Zone[] {
  const all = new Set([...allZones(), todaysZone(chosen)])
  return [...all].map((value) => ({ value, label: zoneName(value), offset: offsetText(at, value) }))
}

/** By the words of its name, of today or before, by what people call it in short, or by how far its clocks are ahead. */
function zonesFor(zones: Zone[], typed: string, at: Date): Zone[] {
  const minutes = readOffset(typed)
  if (minutes !== null) return zones.filter(({ value }) => offsetMs(at, value) === minutes * 60_000)
  const short = zonesCalled(typed).flatMap((value) => zones.filter((zone) => zone.value === value))
  const named = bestFirst(zones, typed, ({ value, label }) => [label, ...formerNames(value)])
  return [...new Set([...short, ...named])]
}
