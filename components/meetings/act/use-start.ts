import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { loadedOnce } from '#components/ui/loaded-once.ts'
import { sayMissing } from '#components/ui/say-missing.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { openTab } from './open-tab.ts'

const hosting = loadedOnce(() => import('./start-as-host.ts'))

type Start = { isBusy: boolean; start: () => Promise<void>; expect: () => void }

/** Opens the host's side of a meeting in a new tab. `expect`: somebody comes near, so what does it is loaded. */
export function useStart(meeting: Meeting, verb: 'start' | 'open'): Start {
  const [isBusy, setBusy] = useState(false)
  const client = useQueryClient()

  async function start(): Promise<void> {
    const tab = openTab('Starting …')
    setBusy(true)
    const loaded = await hosting.load().catch(sayMissing)
    if (loaded) await loaded.startAsHost(client, meeting, verb, tab).finally(() => setBusy(false))
    else {
      tab?.close()
      setBusy(false)
    }
  }

  return { isBusy, start, expect: hosting.expect }
}
