'use client'

import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { cx } from '#components/ui/cx.ts'
import { Input } from '#components/ui/input.tsx'
import { clockText } from '#lib/time/format.ts'
import type { TypedFieldProps } from './typed-field.ts'
import { useTyped } from './use-typed.ts'

const minutesOfDay = 1_440
const quarters = Array.from({ length: 96 }, (_, index) => timeOf(index * 15))

/** A time like `14:30`, by the clock of the reader: typed, stepped with the arrow keys, or chosen from a list. */
export function TimeField({ value, onChange, onUnread, className, ...wiring }: TypedFieldProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const typed = useTyped({
    value,
    shown: value ? clockText(value) : '',
    read: (by, text) => by.readTimeText(text),
    onChange,
    onUnread,
  })
  const current = quarters.indexOf(value)

  useEffect(() => {
    if (isOpen) showEntry(list.current, quarters.indexOf(value))
  }, [isOpen, value])

  function choose(time: string): void {
    typed.settle()
    onChange(time)
  }

  function press(event: KeyboardEvent): void {
    const step = steps[event.key]
    if (step !== undefined && !event.altKey) {
      event.preventDefault()
      setOpen(true)
      choose(stepped(value, step))
    } else if ((event.key === 'Escape' || event.key === 'Enter') && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      typed.leave()
      setOpen(false)
    }
  }

  return (
    <span className={cx('relative block', className)}>
      <Input
        {...wiring}
        {...typed.input}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen && current >= 0 ? `${id}-${current}` : undefined}
        autoComplete="off"
        placeholder="Time"
        onClick={() => setOpen(true)}
        onKeyDown={press}
        onBlur={() => {
          typed.leave()
          setOpen(false)
        }}
        className="figures w-full"
      />
      {isOpen ? (
        <ul
          ref={list}
          id={id}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a combobox
          role="listbox"
          aria-label="Times"
          onPointerDown={keepFocus}
          className="figures absolute top-10 left-0 z-30 max-h-60 min-w-full overflow-y-auto rounded-xl border border-line bg-raised p-1.5 text-14 shadow-high"
        >
          {quarters.map((time, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
            <li
              key={time}
              id={`${id}-${index}`}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an entry of a combobox
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              onClick={() => {
                choose(time)
                setOpen(false)
              }}
              className="flex h-8 cursor-pointer items-center whitespace-nowrap rounded-lg px-2.5 text-soft hover:bg-hover hover:text-ink aria-selected:bg-accent-soft aria-selected:text-accent-ink forced-colors:aria-selected:outline-2 forced-colors:aria-selected:outline-solid forced-colors:aria-selected:-outline-offset-2"
            >
              {clockText(time)}
            </li>
          ))}
        </ul>
      ) : null}
    </span>
  )
}

const steps: Record<string, number> = { ArrowUp: -15, ArrowDown: 15, PageUp: -60, PageDown: 60 }

/** The next quarter in that direction; around midnight it begins anew. */
function stepped(time: string, step: number): string {
  const [hours = 0, minutes = 0] = (time || '09:00').split(':').map(Number)
  const at = hours * 60 + minutes
  const quarter = step > 0 ? Math.floor(at / 15) * 15 : Math.ceil(at / 15) * 15
  return timeOf((quarter + step + minutesOfDay) % minutesOfDay)
}

function timeOf(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(11, 16)
}

/** Brings an entry to the middle of the list, and moves nothing else. */
function showEntry(list: HTMLElement | null, index: number): void {
  const entry = list?.children[index]
  if (list && entry instanceof HTMLElement) list.scrollTop = entry.offsetTop - list.clientHeight / 2
}

function keepFocus(event: PointerEvent): void {
  event.preventDefault()
}
