'use client'

import { ZoneButton } from '#components/shell/time/zone-button.tsx'

type ZoneChoiceProps = {
  zone: string
  /** The meeting's start: its clock is the one meant. */
  startsAt: string | null
  error: string | undefined
  onChange: (zone: string) => void
}

/** The zone beside the time; press to choose another. */
export function ZoneChoice({ zone, startsAt, error, onChange }: ZoneChoiceProps) {
  return (
    <div data-field="zone" className="flex flex-col gap-1.5">
      <span className="font-medium text-14" aria-hidden="true">
        Time zone
      </span>
      <ZoneButton zone={zone} at={startsAt} onChoose={onChange} />
      {error ? <p className="text-14 text-trouble">{error}</p> : null}
    </div>
  )
}
