'use client'

import { type FocusEvent, type ReactNode, useState } from 'react'
import { cx } from '#components/ui/cx.ts'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'

type DaysSelectProps = {
  from: string | undefined
  to: string | undefined
  /** The name of the chosen option. */
  name: string
  /** The width for the chosen option's text. */
  width: string
  onName: (name: string) => void
  onDays: (days: { from?: string | null; to?: string | null }) => void
  /** The named options. */
  children: ReactNode
}

/** Which days: common ones by name, any others by date. */
export function DaysSelect({ from, to, name, width, onName, onDays, children }: DaysSelectProps) {
  const [isChoosing, setChoosing] = useState(false)

  function leave(event: FocusEvent): void {
    if (!event.currentTarget.contains(event.relatedTarget)) setChoosing(false)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: closes what is open inside when the focus leaves or Escape is pressed
    <div
      className="relative max-sm:w-full"
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isChoosing) return
        // The sheet around it stays open.
        event.stopPropagation()
        setChoosing(false)
      }}
    >
      <Select
        aria-label="Days"
        value={isChoosing ? 'choose' : name}
        onChange={(event) => {
          setChoosing(event.target.value === 'choose')
          if (event.target.value !== 'choose') onName(event.target.value)
        }}
        className={cx('max-sm:w-full', width)}
      >
        {children}
        <option value="choose">Choose …</option>
      </Select>
      {isChoosing ? (
        <span className="flex flex-wrap items-center gap-1.5 text-14 text-soft max-sm:mt-2 sm:absolute sm:top-11 sm:left-0 sm:z-20 sm:flex-nowrap sm:rounded-xl sm:border sm:border-line sm:bg-raised sm:p-3 sm:shadow-high">
          <Input
            type="date"
            aria-label="From day"
            value={from ?? ''}
            max={to}
            onChange={(event) => onDays({ from: event.target.value || null })}
            className="figures"
          />
          to
          <Input
            type="date"
            aria-label="To day"
            value={to ?? ''}
            min={from}
            onChange={(event) => onDays({ to: event.target.value || null })}
            className="figures"
          />
        </span>
      ) : null}
    </div>
  )
}
