import { useId, useState } from 'react'
import { DateField } from '#components/shell/time/date-field.tsx'
import { TimeField } from '#components/shell/time/time-field.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { serverNow } from '#lib/http/api.ts'
import { clockText, dayKey, formatShortDay, zoneLabel } from '#lib/time/format.ts'
import { wrongTime } from '#lib/time/local.ts'
import { bothTurns } from './form-times.ts'
import type { LocalTime } from './form-values.ts'
import { sentenceDay, sentenceTime } from './typed-when.ts'

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
  const today = dayKey(serverNow(), zone)
  /** What is wrong with a text that means nothing. */
  const [unread, setUnread] = useState<string | null>(null)
  const time = clockText(at.time)
  // An empty field is no mistake until somebody submits.
  const wrong = unread ?? error ?? (at.day && at.time ? wrongTime(at, zone) : null)
  const wiring = {
    'aria-describedby': wrong ? `${id}-error` : undefined,
    'aria-invalid': wrong ? true : undefined,
  } as const
  return (
    <fieldset data-field={name} className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-14">{label}</legend>
      <div className="flex flex-wrap gap-2">
        <DateField
          {...wiring}
          aria-label={`${label}: day`}
          value={at.day}
          today={today}
          read={(text) => sentenceDay(text, today)}
          onChange={(day) => onChange({ ...at, day, turn: 'first' })}
          onUnread={(text) => setUnread(text && `“${text}” isn’t a date. Try ${formatShortDay(today)}, or tomorrow.`)}
          className="w-44"
        />
        <TimeField
          {...wiring}
          aria-label={`${label}: time`}
          value={at.time}
          read={sentenceTime}
          onChange={(time) => onChange({ ...at, time, turn: 'first' })}
          onUnread={(text) => setUnread(text && `“${text}” isn’t a time. Try ${clockText('14:30')}.`)}
          className="w-32"
        />
      </div>
      {wrong ? (
        <p id={`${id}-error`} className="max-w-prose text-14 text-trouble">
          {wrong}
        </p>
      ) : null}
      {turns ? (
        <div className="flex flex-col gap-1.5">
          <p className="text-14 text-soft">The clocks go back, so {time} happens twice. Which one?</p>
          <Segmented
            label={`${label}: which ${time}`}
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
