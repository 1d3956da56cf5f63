'use client'

import { type FocusEvent, type ReactNode, useState } from 'react'
import { cx } from '#components/ui/cx.ts'
import { lazily } from '#components/ui/lazily.tsx'
import { Select } from '#components/ui/select.tsx'

const ChosenDays = lazily(() => import('./chosen-days.tsx').then((module) => module.ChosenDays))

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
        onPointerEnter={ChosenDays.expect}
        onFocus={ChosenDays.expect}
        className={cx('max-sm:w-full', width)}
      >
        {children}
        <option value="choose">Choose …</option>
      </Select>
      {isChoosing ? <ChosenDays from={from} to={to} onDays={onDays} /> : null}
    </div>
  )
}
