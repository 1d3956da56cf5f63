'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded } from '#components/shell/loaded.tsx'
import { useZone } from '#components/shell/use-me.ts'
import { useNow } from '#components/shell/use-now.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { Section } from '#components/ui/section.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { allAnnouncementsQuery } from '#lib/announcements/admin-queries.ts'
import { removeAnnouncement } from '#lib/announcements/calls.ts'
import { announcementsKey } from '#lib/announcements/queries.ts'
import type { Announcement } from '#lib/announcements/schema.ts'
import { formatDateTime } from '#lib/time/format.ts'
import { readMessageDraft } from './message-draft.ts'
import { SafeHtml } from './safe-html.tsx'

// The editor brings the schema library along, so only people who write load it.
const MessageEditor = lazily(
  () => import('./message-editor.tsx').then((module) => module.MessageEditor),
  <Skeleton className="h-64 rounded-xl" />,
)
const Confirm = lazily(() => import('#components/ui/confirm.tsx').then((module) => module.Confirm))

/** Closed by the person: a kept draft doesn't reopen it. */
const closed = 'closed'

/** The messages on the home page: current, scheduled and expired. */
export function MessageSection() {
  const query = useQuery(allAnnouncementsQuery)
  const [editing, setEditing] = useState<string | null>(null)
  const [isAsked, setAsked] = useState(false)
  const [round, setRound] = useState(0)

  function close(): void {
    setEditing(closed)
    setAsked(false)
    // Without any message the editor stays open, but starts over.
    setRound(round + 1)
  }

  function open(id: string): void {
    setEditing(id)
    setAsked(true)
  }

  return (
    <Section id="message" title="Company message" about="Shown above the meetings on everybody’s home page.">
      <Loaded query={query}>
        {({ items }) =>
          openOf(items, editing) === null ? (
            <>
              <ul className="-mt-1 mb-4 divide-y divide-line">
                {items.map((message) => (
                  <MessageRow key={message.id} message={message} onEdit={() => open(message.id)} />
                ))}
              </ul>
              <Button onClick={() => open('new')}>Write a message</Button>
            </>
          ) : (
            <MessageEditor
              key={`${openOf(items, editing)} ${round}`}
              message={items.find(({ id }) => id === openOf(items, editing)) ?? null}
              isAsked={isAsked}
              onDone={close}
            />
          )
        }
      </Loaded>
    </Section>
  )
}

/** Which editor is open: the one asked for, else that of a kept draft, else a new one if there is no message. */
function openOf(items: Announcement[], editing: string | null): string | null {
  if (editing !== null && editing !== closed) return editing
  if (items.length === 0) return 'new'
  if (editing === closed) return null
  return ['new', ...items.map(({ id }) => id)].find((id) => readMessageDraft(id)) ?? null
}

function MessageRow({ message, onEdit }: { message: Announcement; onEdit: () => void }) {
  const [isAsking, setAsking] = useState(false)
  const zone = useZone()
  const now = useNow(30)
  const client = useQueryClient()
  const removing = useMutation({
    mutationFn: () => removeAnnouncement(message.id),
    onSuccess: async () => {
      setAsking(false)
      showToast({ tone: 'done', text: 'Message removed' })
      await client.invalidateQueries({ queryKey: announcementsKey })
    },
    onError: (error) => showToast({ tone: 'trouble', text: error.message }),
  })
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {now ? <Phase message={message} now={now} /> : null}
        <span className="figures text-12 text-faint">{period(message, zone)}</span>
        <div className="ml-auto flex gap-2">
          <Button size="small" onClick={onEdit}>
            Edit<span className="sr-only"> the company message</span>
          </Button>
          <Button size="small" tone="danger" onClick={() => setAsking(true)}>
            Remove<span className="sr-only"> the company message</span>
          </Button>
        </div>
      </div>
      <SafeHtml html={message.html} />
      {isAsking ? (
        <Confirm
          title="Remove this message?"
          doIt="Remove message"
          keep="Keep message"
          isOpen
          isBusy={removing.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => removing.mutate()}
        >
          It disappears from everybody’s home page immediately.
        </Confirm>
      ) : null}
    </li>
  )
}

function Phase({ message, now }: { message: Announcement; now: Date }) {
  if (message.from && Date.parse(message.from) > now.getTime()) return <Badge tone="soon">Scheduled</Badge>
  if (message.until && Date.parse(message.until) <= now.getTime()) return <Badge tone="calm">Expired</Badge>
  return <Badge tone="live">Shown now</Badge>
}

function period({ from, until }: Announcement, zone: string): string {
  if (from && until) return `${formatDateTime(from, zone)} – ${formatDateTime(until, zone)}`
  if (from) return `from ${formatDateTime(from, zone)}`
  return until ? `until ${formatDateTime(until, zone)}` : 'until removed'
}
