'use client'

import { useRef } from 'react'
import { ZoneButton } from '#components/shell/time/zone-button.tsx'
import { useZone } from '#components/shell/use-me.ts'
import { Segmented } from '#components/ui/segmented.tsx'
import { formatDuration } from '#lib/time/format.ts'
import { DayAndTime } from './day-and-time.tsx'
import { timesIn } from './form-times.ts'
import { type FormValues, type LocalTime, lengths, localTime } from './form-values.ts'
import type { FieldErrors } from './read-form.ts'
import { forYouText, whenText } from './when-text.ts'

type WhenFieldsProps = { values: FormValues; errors: FieldErrors; onChange: (part: Partial<FormValues>) => void }

const chips = [
  ...lengths.map((minutes) => ({ value: String(minutes), label: `${minutes} min` })),
  { value: 'own', label: 'Custom end' },
]

/** Day, time, zone and length. */
export function WhenFields({ values, errors, onChange }: WhenFieldsProps) {
  const { start, end, minutes, zone } = values
  const { startsAt, endsAt } = timesIn(values)
  /** How long it was with a custom end: between two keys there is no start to tell. */
  const lengthMs = useRef<number | null>(null)

  /** A custom end moves with the start, so the length stays. */
  function moveStart(to: LocalTime): void {
    lengthMs.current = lengthIn(values) ?? lengthMs.current
    const { startsAt: moved } = timesIn({ ...values, start: to })
    const moves = minutes === null && moved !== null && lengthMs.current !== null
    onChange(moves ? { start: to, end: later(moved, lengthMs.current ?? 0, zone) } : { start: to })
  }

  function chooseEnd(to: LocalTime): void {
    lengthMs.current = null
    onChange({ end: to })
  }

  function chooseLength(chosen: string): void {
    lengthMs.current = null
    if (chosen === 'own') onChange({ minutes: null, end: endsAt ? localTime(endsAt, zone) : start })
    else onChange({ minutes: Number(chosen) })
  }

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <DayAndTime
          name="startsAt"
          label="Starts"
          at={start}
          zone={zone}
          error={errors.startsAt}
          onChange={moveStart}
        />
        <div data-field="zone" className="flex flex-col gap-1.5">
          <span className="font-medium text-14" aria-hidden="true">
            Time zone
          </span>
          <ZoneButton zone={zone} at={startsAt} onChoose={(chosen) => onChange({ zone: chosen })} />
          {errors.zone ? <p className="text-14 text-trouble">{errors.zone}</p> : null}
        </div>
      </div>
      <div data-field={minutes === null ? undefined : 'endsAt'} className="flex flex-col gap-1.5">
        <span className="font-medium text-14" aria-hidden="true">
          Length
        </span>
        <Segmented
          label="Length"
          value={minutes === null ? 'own' : String(minutes)}
          options={chips}
          onChange={chooseLength}
        />
        {minutes !== null && errors.endsAt ? <p className="max-w-prose text-14 text-trouble">{errors.endsAt}</p> : null}
      </div>
      {minutes === null ? (
        <DayAndTime name="endsAt" label="Ends" at={end} zone={zone} error={errors.endsAt} onChange={chooseEnd} />
      ) : null}
      <Summary values={values} />
    </div>
  )
}

/** null: it has none, or none above zero. */
function lengthIn(values: FormValues): number | null {
  const { startsAt, endsAt } = timesIn(values)
  const ms = startsAt && endsAt ? Date.parse(endsAt) - Date.parse(startsAt) : 0
  return ms > 0 ? ms : null
}

function later(instant: string, ms: number, zone: string): LocalTime {
  return localTime(new Date(Date.parse(instant) + ms).toISOString(), zone)
}

/** The whole time in one line, also in the reader's own zone if it differs. */
function Summary({ values }: { values: FormValues }) {
  const own = useZone()
  const { startsAt, endsAt } = timesIn(values)
  if (!startsAt || !endsAt || endsAt <= startsAt) return null
  const forMe = forYouText({ startsAt, endsAt }, values.zone, own)
  return (
    <p className="figures text-14 text-soft">
      {whenText({ startsAt, endsAt }, values.zone)} · {formatDuration(Date.parse(endsAt) - Date.parse(startsAt))}
      {forMe ? ` · ${forMe}` : ''}
    </p>
  )
}
