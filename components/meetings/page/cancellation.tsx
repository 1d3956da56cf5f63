'use client'

import { useEffect, useRef } from 'react'
import { UndoAction } from '#components/meetings/act/undo-action.tsx'
import { announce } from '#components/shell/announce.tsx'
import { useMe } from '#components/shell/use-me.ts'
import { useNow } from '#components/shell/use-now.ts'
import { Banner } from '#components/ui/banner.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import type { MeetingDetail } from '#lib/meetings/schema.ts'

type CancellationProps = {
  meeting: MeetingDetail
  cancelsAt: string
  /** It was pressed on this page: the button that was pressed is gone, and Undo is where to go on. */
  takesFocus: boolean
}

/** Being cancelled: how long it can be undone, and when GoTo could not be told, why. */
export function Cancellation({ meeting, cancelsAt, takesFocus }: CancellationProps) {
  const now = useNow(1)
  const box = useRef<HTMLDivElement>(null)
  const secondsLeft = now ? Math.max(0, Math.floor((Date.parse(cancelsAt) - now.getTime()) / 1000)) : 0
  const { cancelFailure } = meeting
  const isMine = useMe()?.personId === meeting.organizer.personId
  const mayUndo = meeting.can.undo && (secondsLeft > 0 || cancelFailure !== null)
  // After a failure the instant is that of the next try, minutes away: no countdown, Undo stays.
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
            {needsReconnect ? <LinkButton href="/settings#goto">Reconnect GoTo</LinkButton> : null}
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
  if (!isMine) return `${organizer.name} is cancelling this meeting. It cannot be joined any more.`
  if (secondsLeft === 0) return room ? 'It leaves every list now.' : 'GoTo is being told now.'
  return 'Being cancelled. It goes on when you leave this page.'
}

/** By the code of what went wrong when GoTo was told. */
function failureText(code: string, isOrganizer: boolean, mayBeDeleted: boolean): string {
  if (!isOrganizer) return 'This meeting is being cancelled. GoTo could not be told yet; Foyer tries again.'
  const there = mayBeDeleted ? 'whether it still stands at GoTo is not known' : 'at GoTo the meeting still stands'
  switch (code) {
    case 'not_connected':
      return `GoTo could not be told: your GoTo connection has ended. Nobody can join from here; ${there}. Reconnect, and Foyer goes on by itself.`
    case 'conflict':
      return 'The meeting is running. It is deleted at GoTo when it has ended; until then you can undo it.'
    case 'upstream_unavailable':
    case 'rate_limited':
      return `GoTo does not answer. Nobody can join from here; ${there}. Foyer goes on trying by itself.`
    case 'forbidden':
      return `GoTo did not allow it; ${there}. Undo it here, or delete it at GoTo.`
    default:
      return `GoTo could not be told; ${there}. Undo it here, or delete it at GoTo.`
  }
}

/** Not every second: when it begins, when little is left, and when it is too late. */
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
  if (secondsLeft > 5) return 'Undo is possible for ten seconds.'
  return secondsLeft > 0 ? 'Five seconds left to undo.' : ''
}
