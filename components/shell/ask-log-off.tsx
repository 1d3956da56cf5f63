'use client'

import { Confirm } from '#components/ui/confirm.tsx'
import { logOff } from './log-off.ts'

/** Asks before every browser is signed off. Load it lazily. */
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
      You are signed off in every browser, this one included. Meetings that you are in go on.
    </Confirm>
  )
}
