'use client'

import { useEffect, useRef } from 'react'
import { Segmented } from '#components/ui/segmented.tsx'
import { type Clock, chosenClock } from '#lib/time/reader.ts'
import { useSavedPreference } from './use-saved.ts'

const options: { value: Clock; label: string }[] = [
  { value: 'browser', label: 'As my browser' },
  { value: '12', label: '12-hour' },
  { value: '24', label: '24-hour' },
]

/** The choice builds the page anew, which must not take the focus away. */
let justChosen = false

export function ClockChoice({ clock }: { clock: Clock | undefined }) {
  const save = useSavedPreference()
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (justChosen) box.current?.querySelector<HTMLElement>('input:checked')?.focus()
    justChosen = false
  }, [])

  return (
    <div ref={box} className="mt-5 flex flex-col gap-1.5">
      <span className="font-medium text-14" aria-hidden="true">
        Clock
      </span>
      <Segmented
        label="Clock"
        value={clock ?? chosenClock()}
        options={options}
        onChange={(chosen) => {
          justChosen = true
          save({ clock: chosen })
        }}
      />
    </div>
  )
}
