import type { QueryClient } from '@tanstack/react-query'
import { copyText } from '#components/meetings/act/copy-text.ts'
import { joinAddress } from '#components/meetings/act/join-address.ts'
import { quoted } from '#components/meetings/act/quoted.ts'
import { showToast, type ToastAction } from '#components/ui/toast-store.ts'
import { getMeeting, meetingKey } from '#lib/meetings/meeting-queries.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { shortWhenText } from './when-text.ts'

/** Says that a meeting was created, with its link at hand and whatever else can be done now. */
export function sayCreated(
  client: QueryClient,
  meeting: Meeting,
  zone: string,
  { before = [], after = [] }: { before?: ToastAction[]; after?: ToastAction[] } = {},
): void {
  // Its page is opened next.
  client.prefetchQuery({ queryKey: meetingKey(meeting.id), queryFn: () => getMeeting(meeting.id) })
  const copy = { label: 'Copy link', run: () => copyText(joinAddress(meeting.id), 'Link copied') }
  showToast({ tone: 'done', text: sentenceOf(meeting, zone), actions: [...before, copy, ...after] })
}

export function saySaved(): void {
  showToast({ tone: 'done', text: 'Changes saved' })
}

function sentenceOf({ kind, subject, startsAt, endsAt }: Meeting, zone: string): string {
  if (kind === 'room') return `Room ${quoted(subject)} created`
  if (kind === 'instant' || !startsAt || !endsAt) return 'Meeting created'
  return `${quoted(subject)} scheduled for ${shortWhenText({ startsAt, endsAt }, zone)}`
}
