'use client'

import { Confirm } from '#components/ui/confirm.tsx'
import { logOff } from './log-off.ts'

/** Asks before logging off every browser. Load it lazily. */
export function AskLogOff({ onClose }: { onClose: () => void }) {
  return (
    <Confirm
      title="Log off everywhere?"
      doIt="Log off everywhere"
      keep="Stay signed in"
      isOpen
      onClose={onClose}
      onConfirm={() => logOff('everywhere')}
    >
      You’ll be logged off in every browser, including this one. Meetings you’re in continue.
    </Confirm>
  )
}
