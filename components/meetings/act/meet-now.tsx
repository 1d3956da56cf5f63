'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useMe, useZone } from '#components/shell/use-me.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { startNow } from './start-now.ts'

/** One press creates and starts a meeting in a new tab. */
export function MeetNow() {
  const client = useQueryClient()
  const router = useRouter()
  const me = useMe()
  const zone = useZone()
  const [isBusy, setBusy] = useState(false)

  async function press(): Promise<void> {
    setBusy(true)
    const id = await startNow(client, me?.name ?? '', zone)
    setBusy(false)
    if (id) router.push(`/meetings/${id}`)
  }

  return (
    <Button isBusy={isBusy} onClick={press}>
      <Icon name="video" size={16} className="text-faint" />
      Meet now
    </Button>
  )
}
