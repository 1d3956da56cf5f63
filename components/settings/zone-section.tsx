'use client'

import { ZoneButton } from '#components/shell/time/zone-button.tsx'
import { browserZone, useMe, useZone } from '#components/shell/use-me.ts'
import { useNow } from '#components/shell/use-now.ts'
import { Button } from '#components/ui/button.tsx'
import { Section } from '#components/ui/section.tsx'
import { formatTime, zoneLabel } from '#lib/time/format.ts'
import { zoneName } from '#lib/time/zone-names.ts'
import { ClockChoice } from './clock-choice.tsx'
import { useSavedPreference } from './use-saved.ts'

export function ZoneSection() {
  const me = useMe()
  const zone = useZone()
  const now = useNow(10)
  const save = useSavedPreference()
  const isChosen = Boolean(me?.preferences.zone)
  return (
    <Section id="zone" title="Time zone and clock" about="How Foyer shows times, in every browser you use.">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <ZoneButton zone={zone} onChoose={(chosen) => save({ zone: chosen })} />
        {isChosen ? (
          <Button tone="quiet" onClick={() => save({ zone: null })}>
            Use the browser’s
          </Button>
        ) : null}
      </div>
      {now ? (
        <p className="figures mt-3 text-14 text-faint">
          {isChosen ? 'Chosen by you' : `Taken from this browser (${zoneName(browserZone())})`} · now{' '}
          {formatTime(now, zone)} {zoneLabel(now, zone)}
        </p>
      ) : null}
      <ClockChoice clock={me?.preferences.clock} />
    </Section>
  )
}
