'use client'

import { useState } from 'react'
import { duplicateAddress, editAddress } from '#components/meetings/act/act-address.ts'
import { actName } from '#components/meetings/act/act-name.ts'
import { actsOf } from '#components/meetings/act/acts-of.ts'
import { copyText } from '#components/meetings/act/copy-text.ts'
import { JoinAction } from '#components/meetings/act/join-action.tsx'
import { joinAddress } from '#components/meetings/act/join-address.ts'
import { StartAction } from '#components/meetings/act/start-action.tsx'
import { isStartable, type Moment, momentOf } from '#components/meetings/list/moment.ts'
import { PageLink } from '#components/shell/page-link.tsx'
import { useMe } from '#components/shell/use-me.ts'
import { Button } from '#components/ui/button.tsx'
import { buttonStyle } from '#components/ui/button-style.ts'
import { lazily } from '#components/ui/lazily.tsx'
import type { MeetingDetail } from '#lib/meetings/schema.ts'

const AskCancel = lazily(() => import('./ask-cancel.tsx').then((module) => module.AskCancel))
const AskEnd = lazily(() => import('./ask-end.tsx').then((module) => module.AskEnd))

type MeetingActionsProps = { meeting: MeetingDetail; now: Date; zone: string; onCancel: () => void }

/** What this person can do about the meeting now; the most likely first. */
export function MeetingActions({ meeting, now, zone, onCancel }: MeetingActionsProps) {
  const [asking, setAsking] = useState<'cancel' | 'end' | null>(null)
  const mayCreate = useMe()?.abilities.includes('meeting.create') ?? false
  const { kind } = momentOf(meeting, now)
  const isOn = kind === 'live' || kind === 'ending'
  const isOpen = kind !== 'cancelling'
  // Somebody who can start it would only wait for themselves.
  const isToStart = meeting.can.start && isStartable(meeting, now)
  // When it opens is the first sentence on the page of somebody who only attends.
  const isSaidAbove = kind === 'later' && !meeting.can.attendees
  const acts = actsOf(meeting, now, mayCreate)
  return (
    <div className="mt-5 flex flex-wrap items-center gap-2">
      {isOpen && !meeting.can.edit && !isToStart && !isSaidAbove ? (
        <JoinAction meeting={meeting} joinedAt={undefined} isNext now={now} zone={zone} />
      ) : null}
      {isOpen && meeting.can.start ? (
        <StartAction meeting={meeting} label={startLabel(kind)} tone={isToStart ? 'primary' : 'plain'} />
      ) : null}
      {isOn && meeting.can.start ? <Button onClick={() => setAsking('end')}>End</Button> : null}
      <Button onClick={() => copyText(joinAddress(meeting.id), 'Link copied')}>{actName('copyLink', meeting)}</Button>
      {acts.includes('edit') ? (
        <PageLink href={editAddress(meeting.id)} className={buttonStyle('plain')}>
          {actName('edit', meeting)}
        </PageLink>
      ) : null}
      {acts.includes('duplicate') ? (
        <PageLink href={duplicateAddress(meeting.id)} className={buttonStyle('plain')}>
          {actName('duplicate', meeting)}
        </PageLink>
      ) : null}
      {acts.includes('cancel') ? (
        <Button tone="danger" onClick={() => setAsking('cancel')}>
          {actName('cancel', meeting)}
        </Button>
      ) : null}

      {asking === 'cancel' ? (
        <AskCancel meeting={meeting} onClose={() => setAsking(null)} onCancelled={onCancel} />
      ) : null}
      {asking === 'end' ? <AskEnd meeting={meeting} onClose={() => setAsking(null)} /> : null}
    </div>
  )
}

function startLabel(kind: Moment['kind']): string {
  if (kind === 'live' || kind === 'ending') return 'Open as host'
  return kind === 'ended' ? 'Start again' : 'Start'
}
