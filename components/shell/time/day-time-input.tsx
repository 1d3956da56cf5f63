'use client'

import type { FieldWiring } from '#components/ui/field.tsx'
import { DateField } from './date-field.tsx'
import { TimeField } from './time-field.tsx'

type DayTimeInputProps = {
  wiring: FieldWiring
  label: string
  /** `2026-11-24T10:00`, with either part missing while it is being typed; empty for none. */
  text: string
  today: string
  onChange: (text: string) => void
}

/** A day and a time as one text. */
export function DayTimeInput({ wiring, label, text, today, onChange }: DayTimeInputProps) {
  const [day = '', time = ''] = text.split('T')
  const { id, 'aria-describedby': describedBy, 'aria-invalid': isInvalid } = wiring
  const told = { 'aria-describedby': describedBy, 'aria-invalid': isInvalid }
  const change = (newDay: string, newTime: string) => onChange(newDay || newTime ? `${newDay}T${newTime}` : '')
  return (
    <span className="flex flex-wrap gap-2">
      <DateField
        {...told}
        id={id}
        aria-label={`${label}: day`}
        value={day}
        today={today}
        onChange={(chosen) => change(chosen, time)}
        className="w-44"
      />
      <TimeField
        {...told}
        aria-label={`${label}: time`}
        value={time}
        onChange={(chosen) => change(day, chosen)}
        className="w-32"
      />
    </span>
  )
}
