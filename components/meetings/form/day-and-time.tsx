import { DayTimeFields } from '#components/shell/time/day-time-fields.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { serverNow } from '#lib/http/api.ts'
import { clockText, dayKey, zoneLabel } from '#lib/time/format.ts'
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
  const turns = bothTurns(at, zone)
  return (
    <fieldset data-field={name} className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-14">{label}</legend>
      <DayTimeFields
        label={label}
        at={at}
        today={dayKey(serverNow(), zone)}
        // An empty field is no mistake until somebody submits.
        error={error ?? (at.day && at.time ? wrongTime(at, zone) : null)}
        onChange={({ day, time }) => onChange({ day, time, turn: 'first' })}
      />
      {turns ? (
        <div className="flex flex-col gap-1.5">
          <p className="text-14 text-soft">The clocks go back, so {clockText(at.time)} happens twice. Which one?</p>
          <Segmented
            label={`${label}: which one`}
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
