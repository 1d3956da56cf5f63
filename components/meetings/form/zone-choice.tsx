'use client'

import { ZoneButton } from '#components/shell/time/zone-button.tsx'

type ZoneChoiceProps = { zone: string; error: string | undefined; onChange: (zone: string) => void }

/** The zone beside the time; press to choose another. */
export function ZoneChoice({ zone, error, onChange }: ZoneChoiceProps) {
  return (
    <div data-field="zone" className="flex flex-col gap-1.5">
      <span className="font-medium text-14" aria-hidden="true">
        Time zone
      </span>
      <ZoneButton zone={zone} onChoose={onChange} />
      {error ? <p className="text-14 text-trouble">{error}</p> : null}
    </div>
  )
}
