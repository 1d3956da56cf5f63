'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { serverNow } from '#lib/http/api.ts'
import { zoneLabel } from '#lib/time/format.ts'
import { zoneName } from '#lib/time/zone-names.ts'

const ZonePicker = lazily(
  () => import('./zone-picker.tsx').then((module) => module.ZonePicker),
  <Skeleton className="h-9 w-72 rounded-lg" />,
)

type ZoneButtonProps = {
  zone: string
  /** The instant whose clock it names, where that is not now. */
  at?: string | null
  onChoose: (zone: string) => void
}

/** A zone by its name; pressed, it is the box in which another is found. */
export function ZoneButton({ zone, at, onChoose }: ZoneButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(false)
  const label = zoneLabel(at ?? serverNow(), zone)
  const name = zoneName(zone)
  const text = label === zone ? name : `${name} · ${label}`

  useEffect(() => {
    if (wasOpen.current && !isOpen) box.current?.querySelector('button')?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  return (
    <div ref={box}>
      {isOpen ? (
        <ZonePicker
          zone={zone}
          at={at}
          takesFocus
          onLeave={() => setOpen(false)}
          onChoose={(chosen) => {
            onChoose(chosen)
            setOpen(false)
          }}
        />
      ) : (
        <Button
          aria-label={`Time zone ${text}: choose another`}
          onPointerEnter={ZonePicker.expect}
          onFocus={ZonePicker.expect}
          onClick={() => setOpen(true)}
          className="w-fit"
        >
          <Icon name="globe" size={14} className="text-faint" />
          {text}
        </Button>
      )}
    </div>
  )
}
