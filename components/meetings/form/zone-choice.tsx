'use client'

import { Globe } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { serverNow } from '#lib/http/api.ts'
import { zoneLabel } from '#lib/time/format.ts'
import { zoneName } from '#lib/time/zone-names.ts'

const ZonePicker = dynamic(() => import('#components/shell/time/zone-picker.tsx').then((module) => module.ZonePicker), {
  ssr: false,
  loading: () => <Skeleton className="h-9 w-72 rounded-lg" />,
})

type ZoneChoiceProps = { zone: string; error: string | undefined; onChange: (zone: string) => void }

/** The zone beside the time; press to choose another. */
export function ZoneChoice({ zone, error, onChange }: ZoneChoiceProps) {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(false)
  const label = zoneLabel(serverNow(), zone)
  const name = zoneName(zone)
  const text = label === zone ? name : `${name} · ${label}`

  useEffect(() => {
    if (wasOpen.current && !isOpen) box.current?.querySelector('button')?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  return (
    <div ref={box} data-field="zone" className="flex flex-col gap-1.5">
      <span className="font-medium text-14" aria-hidden="true">
        Time zone
      </span>
      {isOpen ? (
        <ZonePicker
          zone={zone}
          takesFocus
          onLeave={() => setOpen(false)}
          onChoose={(chosen) => {
            onChange(chosen)
            setOpen(false)
          }}
        />
      ) : (
        <Button aria-label={`Time zone ${text}: choose another`} onClick={() => setOpen(true)} className="w-fit">
          <Globe aria-hidden="true" size={14} className="text-faint" />
          {text}
        </Button>
      )}
      {error ? <p className="text-14 text-trouble">{error}</p> : null}
    </div>
  )
}
