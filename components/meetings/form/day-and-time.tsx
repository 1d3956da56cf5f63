import { useId } from 'react'
import { Input } from '#components/ui/input.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { zoneLabel } from '#lib/time/format.ts'
import { wrongTime } from '#lib/time/local.ts'
import { bothTurns } from './form-times.ts'
import type { LocalTime } from './form-values.ts'

type DayAndTimeProps = {
  /** Of its mistakes. */
  name: 'startsAt' | 'endsAt'
  label: string
  at: LocalTime
  zone: string
  error: string | undefined
  onChange: (at: LocalTime) => void
}

/** A day and a time in a zone. Says at once if the clocks skip it; if they show it twice, asks which is meant. */
export function DayAndTime({ name, label, at, zone, error, onChange }: DayAndTimeProps) {
  const id = useId()
  const turns = bothTurns(at, zone)
  // An empty field is no mistake until somebody submits.
  const wrong = error ?? (at.day && at.time ? wrongTime(at, zone) : null)
  const wiring = {
    'aria-describedby': wrong ? `${id}-error` : undefined,
    'aria-invalid': wrong ? true : undefined,
  } as const
  return (
    <fieldset data-field={name} className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-14">{label}</legend>
      <div className="flex flex-wrap gap-2">
        <Input
          {...wiring}
          type="date"
          aria-label={`${label}: day`}
          value={at.day}
          onChange={(event) => onChange({ ...at, day: event.target.value, turn: 'first' })}
          className="figures w-40"
        />
        <Input
          {...wiring}
          type="time"
          aria-label={`${label}: time`}
          value={at.time}
          onChange={(event) => onChange({ ...at, time: event.target.value.slice(0, 5), turn: 'first' })}
          className="figures w-32 max-sm:w-36"
        />
      </div>
      {wrong ? (
        <p id={`${id}-error`} className="max-w-prose text-14 text-trouble">
          {wrong}
        </p>
      ) : null}
      {turns ? (
        <div className="flex flex-col gap-1.5">
          <p className="text-14 text-soft">The clocks go back, so {at.time} happens twice. Which one?</p>
          <Segmented
            label={`${label}: which ${at.time}`}
            value={at.turn}
            options={[
              { value: 'first', label: `First, ${zoneLabel(turns[0], zone)}` },
              { value: 'second', label: `Second, ${zoneLabel(turns[1], zone)}` },
            ]}
            onChange={(turn) => onChange({ ...at, turn })}
          />
        </div>
      ) : null}
    </fieldset>
  )
}
