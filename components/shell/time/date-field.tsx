'use client'

import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Input } from '#components/ui/input.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { addDays } from '#lib/time/day.ts'
import { formatShortDay } from '#lib/time/format-date.ts'
import type { TypedFieldProps } from './typed-field.ts'
import { useTyped } from './use-typed.ts'

const Calendar = lazily(() => import('./calendar.tsx').then((module) => module.Calendar))

/** A day like `2026-11-24`: typed, stepped with the arrow keys, or chosen from a calendar. */
export function DateField({
  value,
  today,
  onChange,
  onUnread,
  className,
  ...wiring
}: TypedFieldProps & { today: string }) {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  const typed = useTyped({
    value,
    shown: value ? formatShortDay(value) : '',
    read: (by, text) => by.readDayText(text, today),
    onChange,
    onUnread,
  })

  function choose(day: string): void {
    typed.settle()
    onChange(day)
  }

  function close(): void {
    setOpen(false)
    box.current?.querySelector('input')?.focus()
  }

  function press(event: KeyboardEvent): void {
    const step = steps[event.key]
    if (event.altKey && event.key === 'ArrowDown') {
      event.preventDefault()
      setOpen(true)
    } else if (step !== undefined && !event.altKey) {
      event.preventDefault()
      choose(addDays(value || today, value ? step : 0))
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: closes the calendar when the focus leaves
    <span
      ref={box}
      className={cx('relative block', className)}
      onBlur={(event: FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <Input
        {...wiring}
        {...typed.input}
        onBlur={typed.leave}
        autoComplete="off"
        placeholder="Date"
        onKeyDown={press}
        className="figures w-full pr-9"
      />
      <button
        type="button"
        aria-label="Open calendar"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="absolute top-1 right-1 grid size-7 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink"
      >
        <Icon name="calendar-days" size={16} />
      </button>
      {isOpen ? (
        <Calendar
          day={value || today}
          today={today}
          onClose={close}
          onChoose={(day) => {
            choose(day)
            close()
          }}
        />
      ) : null}
    </span>
  )
}

const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, PageUp: -7, PageDown: 7 }
