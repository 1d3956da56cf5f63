'use client'

import { Combobox } from '@base-ui/react/combobox'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { cx } from '#components/ui/cx.ts'
import { inputStyle } from '#components/ui/input-style.ts'
import { ListPopup } from '#components/ui/list-popup.tsx'
import { entryStyle, listNoteStyle, listStyle } from '#components/ui/list-style.ts'
import { peopleQuery } from '#lib/people/directory-queries.ts'
import type { FoundPerson } from '#lib/people/schema.ts'

type PersonPickerProps = {
  label: string
  /** People already chosen. */
  without: readonly string[]
  onChoose: (person: FoundPerson) => void
  /** Escape: the focus should go back. */
  onCancel: () => void
  /** The focus moved elsewhere. */
  onLeave: () => void
}

type Item = FoundPerson & { value: string; label: string }

/** One person, found by the start of a name or address. */
export function PersonPicker({ label, without, onChoose, onCancel, onLeave }: PersonPickerProps) {
  const [typed, setTyped] = useState('')
  const q = typed.trim().slice(0, 100)
  const { data, error, isPending } = useQuery({ ...peopleQuery({ q }), placeholderData: keepPreviousData })
  const found = data?.items.filter(({ personId }) => !without.includes(personId)) ?? []
  const items = found.map((person): Item => ({ ...person, value: person.personId, label: person.name }))
  return (
    <Combobox.Root
      items={items}
      filter={null}
      defaultOpen
      autoHighlight
      inputValue={typed}
      onInputValueChange={setTyped}
      onValueChange={(chosen: Item | null) => {
        if (chosen) onChoose({ personId: chosen.personId, name: chosen.name, email: chosen.email })
      }}
      onOpenChange={(isOpen, { reason }) => {
        if (isOpen) return
        if (reason === 'escape-key') onCancel()
        else if (reason === 'outside-press' || reason === 'focus-out') onLeave()
      }}
    >
      <Combobox.Input
        ref={focusOnce}
        aria-label={label}
        placeholder="Name or e-mail"
        maxLength={100}
        className={cx(inputStyle, 'h-9 w-64 max-w-full')}
      />
      <ListPopup className="min-w-64">
        <Combobox.Status className={listNoteStyle}>
          {error
            ? error.message
            : isPending
              ? 'Searching …'
              : items.length > 0
                ? null
                : q
                  ? `No results for “${q}”`
                  : 'Nobody to add'}
        </Combobox.Status>
        <Combobox.List className={listStyle}>
          {(item: Item) => (
            <Combobox.Item
              key={item.value}
              value={item}
              className={cx(entryStyle, 'min-h-9 flex-col justify-center py-1')}
            >
              {item.label}
              {item.email ? <span className="text-12 text-faint">{item.email}</span> : null}
            </Combobox.Item>
          )}
        </Combobox.List>
      </ListPopup>
    </Combobox.Root>
  )
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus()
}
