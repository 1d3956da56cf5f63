'use client'

import { useEffect, useRef } from 'react'
import { UndoAction } from '#components/meetings/act/undo-action.tsx'
import { announce } from '#components/shell/announce.tsx'
import { ConnectButton } from '#components/shell/connect-button.tsx'
import { useMe } from '#components/shell/use-me.ts'
import { useNow } from '#components/shell/use-now.ts'
import { Banner } from '#components/ui/banner.tsx'
import { apart } from '#lib/apart.ts'
import { undoSeconds } from '#lib/meetings/rules.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'

type CancellationProps = {
  meeting: MeetingDetail
  cancelsAt: string
  /** Cancelled on this page: the pressed button is gone, so Undo takes the focus. */
  takesFocus: boolean
}

/** Being cancelled: how long it can be undone, or why GoTo hasn't cancelled it. */
export function Cancellation({ meeting, cancelsAt, takesFocus }: CancellationProps) {
  const now = useNow(1)
  const box = useRef<HTMLDivElement>(null)
  const secondsLeft = now ? Math.max(0, Math.floor((Date.parse(cancelsAt) - now.getTime()) / 1000)) : 0
  const { cancelFailure } = meeting
  const isMine = useMe()?.personId === meeting.organizer.personId
  const mayUndo = meeting.can.undo && (secondsLeft > 0 || cancelFailure !== null)
  // After a failure the instant is the next attempt, minutes away: no countdown, but Undo stays.
  useAnnouncedCountdown(secondsLeft, mayUndo && cancelFailure === null)

  useEffect(() => {
    if (takesFocus) box.current?.querySelector('button')?.focus()
  }, [takesFocus])

  const needsReconnect = isMine && cancelFailure === 'not_connected'
  return (
    <div ref={box} className="mt-5">
      <Banner
        tone={cancelFailure ? 'trouble' : 'attention'}
        action={
          <div className="flex flex-wrap gap-2">
            {needsReconnect ? <ConnectButton /> : null}
            {mayUndo ? (
              <UndoAction meeting={meeting} {...(cancelFailure || secondsLeft === 0 ? {} : { secondsLeft })} />
            ) : null}
          </div>
        }
      >
        {cancelFailure
          ? failureText(cancelFailure, isMine, meeting.mayBeDeleted)
          : progressText(secondsLeft, isMine, meeting)}
      </Banner>
    </div>
  )
}

function progressText(secondsLeft: number, isMine: boolean, { organizer, room }: MeetingDetail): string {
  if (!isMine) return `${apart(organizer.name)} is cancelling this meeting. You can’t join it any more.`
  if (secondsLeft === 0) return room ? 'Removing it from every list …' : 'Deleting it at GoTo …'
  return 'Being cancelled. You can leave this page.'
}

/** By the code of what went wrong at GoTo. */
function failureText(code: string, isOrganizer: boolean, mayBeDeleted: boolean): string {
  if (!isOrganizer) return 'This meeting is being cancelled. GoTo hasn’t confirmed it yet; Foyer keeps trying.'
  const there = mayBeDeleted ? 'it may still exist at GoTo' : 'it still exists at GoTo'
  switch (code) {
    case 'not_connected':
      return `Your GoTo connection has ended. Nobody can join from Foyer, but ${there}. Reconnect, and Foyer finishes cancelling it.`
    case 'conflict':
      return 'The meeting is running. It will be deleted at GoTo when it ends; until then you can undo this.'
    case 'upstream_unavailable':
    case 'rate_limited':
      return `GoTo isn’t responding. Nobody can join from Foyer, but ${there}. Foyer keeps trying.`
    case 'forbidden':
      return `GoTo didn’t allow cancelling this meeting, so ${there}. Undo it here, or delete it at GoTo.`
    default:
      return `Foyer couldn’t cancel this meeting at GoTo, so ${there}. Undo it here, or delete it at GoTo.`
  }
}

/** When little is left. */
const reminderSeconds = Math.floor(undoSeconds / 2)

/** Not every second: only when it begins and when little is left. */
function useAnnouncedCountdown(secondsLeft: number, isCounting: boolean): void {
  const said = useRef<string>('')
  const text = saying(secondsLeft, isCounting)
  useEffect(() => {
    if (!text || said.current === text) return
    said.current = text
    announce(text)
  }, [text])
}

function saying(secondsLeft: number, isCounting: boolean): string {
  if (!isCounting) return ''
  if (secondsLeft > reminderSeconds) return `You have ${undoSeconds} seconds to undo.`
  return secondsLeft > 0 ? `${reminderSeconds} seconds left to undo.` : ''
}
