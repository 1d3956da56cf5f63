'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { keepDraft } from '#components/shell/kept-draft.ts'
import { keptText } from '#components/shell/kept-text.ts'
import { DayTimeFields } from '#components/shell/time/day-time-fields.tsx'
import { useOnceRead } from '#components/shell/time/reading.ts'
import { useZone } from '#components/shell/use-me.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { FormFoot } from '#components/ui/form-foot.tsx'
import { TextArea } from '#components/ui/input.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { useFocusOnMistake } from '#components/ui/use-focus-on-mistake.ts'
import { allAnnouncementsQuery } from '#lib/announcements/admin-queries.ts'
import { changeAnnouncement, createAnnouncement } from '#lib/announcements/calls.ts'
import { announcementsKey } from '#lib/announcements/queries.ts'
import { type Announcement, AnnouncementDraft } from '#lib/announcements/schema.ts'
import { serverNow } from '#lib/http/api.ts'
import { isProblem } from '#lib/http/problem.ts'
import { dayKey, zoneLabel } from '#lib/time/format.ts'
import { timeSentences } from '#lib/time/sentences.ts'
import { fromZonedText, partsOf, toZonedText, wrongZonedText } from '#lib/time/zoned-text.ts'
import { MessageConflict } from './message-conflict.tsx'
import { type MessageDraft, messagePlace, readMessageDraft } from './message-draft.ts'
import { MessagePreview } from './message-preview.tsx'

type MessageEditorProps = {
  message: Announcement | null
  /** Opened on request: only then may it take the focus. */
  isAsked: boolean
  onDone: () => void
}

/** Writes or changes a message. What was typed is kept until it is saved or discarded. */
export function MessageEditor({ message, isAsked, onDone }: MessageEditorProps) {
  const zone = useZone()
  const client = useQueryClient()
  const draftId = message?.id ?? 'new'
  const [draft, setDraft] = useState(() => readMessageDraft(draftId) ?? draftOf(message, zone))
  /** What the fields say at the same moment is put together. */
  const latest = useRef(draft)
  const { version } = draft
  const [errors, setErrors] = useState<Record<string, string>>({})
  /** Of each time whose text means nothing, what to say: nobody is sent an empty one instead. */
  const [unread, setUnread] = useState<{ from?: string | null; until?: string | null }>({})
  const [mistakes, setMistakes] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useFocusOnMistake(form, mistakes)
  const [face, setFace] = useState<'write' | 'preview'>('write')
  const saving = useMutation({
    mutationFn: ({ version: from, ...wanted }: AnnouncementDraft & { version: number }) =>
      message ? changeAnnouncement(message.id, { ...wanted, version: from }) : createAnnouncement(wanted),
    onSuccess: async () => {
      keepDraft(messagePlace(draftId), null)
      showToast({ tone: 'done', text: message ? 'Changes saved' : 'Message published' })
      onDone()
      await client.invalidateQueries({ queryKey: announcementsKey })
    },
    onError: (error) => {
      if (isProblem(error) && error.problem.fields) complain(error.problem.fields)
      if (isProblem(error, 'conflict')) client.invalidateQueries(allAnnouncementsQuery)
    },
  })
  // Shown once the other version has loaded.
  const isConflict = isProblem(saving.error, 'conflict') && message !== null && message.version !== version

  function complain(found: Record<string, string>): void {
    setErrors(found)
    setMistakes((count) => count + 1)
    if (found.body) setFace('write')
  }

  function change(part: Partial<MessageDraft>): void {
    const next = { ...latest.current, ...part }
    latest.current = next
    setDraft(next)
    keepDraft(messagePlace(draftId), next)
  }

  const saveOnceRead = useOnceRead(save)
  const isBusy = saving.isPending || saveOnceRead.isHeld

  function save(from: number): void {
    const wrongFrom = unread.from ?? wrongZonedText(draft.from, zone)
    const wrongUntil = unread.until ?? wrongZonedText(draft.until, zone)
    const parsed = AnnouncementDraft.safeParse({
      body: draft.body,
      from: fromZonedText(draft.from, zone, message?.from),
      until: fromZonedText(draft.until, zone, message?.until),
    })
    const isOver = parsed.data?.until && Date.parse(parsed.data.until) <= serverNow().getTime()
    if (wrongFrom || wrongUntil) {
      complain({ ...(wrongFrom ? { from: wrongFrom } : {}), ...(wrongUntil ? { until: wrongUntil } : {}) })
    } else if (isOver) {
      complain({ until: timeSentences.endIsPast })
    } else if (parsed.success) {
      setErrors({})
      saving.mutate({ ...parsed.data, version: from })
    } else {
      complain(Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0] ?? ''), issue.message])))
    }
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        saveOnceRead.send(version)
      }}
      className="flex flex-col gap-4"
    >
      <Segmented
        label="View"
        value={face}
        options={[
          { value: 'write', label: 'Write' },
          { value: 'preview', label: 'Preview' },
        ]}
        onChange={setFace}
      />
      {face === 'write' ? (
        <Field label="Message" hint="Markdown: **bold**, [link](https://…), lists." error={errors.body}>
          {(wiring) => (
            <TextArea
              {...wiring}
              autoFocus={isAsked}
              maxLength={5_000}
              value={draft.body}
              onChange={(event) => change({ body: event.target.value })}
            />
          )}
        </Field>
      ) : (
        <MessagePreview body={draft.body} />
      )}
      <div className="flex flex-wrap gap-4">
        {(['from', 'until'] as const).map((name) => (
          <Field
            key={name}
            label={name === 'from' ? 'Shown from' : 'Shown until'}
            hint={`${zoneHint(draft[name], zone)} · ${name === 'from' ? 'leave empty to show it now' : 'leave empty to show it until removed'}`}
          >
            {(wiring) => (
              <DayTimeFields
                id={wiring.id}
                describedBy={wiring['aria-describedby']}
                label={name === 'from' ? 'Shown from' : 'Shown until'}
                at={partsOf(draft[name])}
                today={dayKey(serverNow(), zone)}
                error={errors[name]}
                onChange={({ day, time }) => {
                  setErrors((others) => ({ ...others, [name]: '' }))
                  change({ [name]: day || time ? `${day}T${time}` : '' })
                }}
                onUnread={(sentence) => setUnread((others) => ({ ...others, [name]: sentence }))}
              />
            )}
          </Field>
        ))}
      </div>
      <FormFoot
        trouble={
          isConflict ? (
            <MessageConflict
              theirs={message}
              onKeepMine={() => {
                change({ version: message.version })
                saveOnceRead.send(message.version)
              }}
              onTakeTheirs={() => {
                change(draftOf(message, zone))
                saving.reset()
              }}
            />
          ) : saving.error && !(isProblem(saving.error, 'invalid') && saving.error.problem.fields) ? (
            <Banner tone="trouble">{keptText(saving.error.message)}</Banner>
          ) : null
        }
        focusOn={saving.error ? `${saving.submittedAt} ${isConflict}` : null}
        progress={isBusy ? 'Saving…' : null}
      >
        <Button type="submit" tone="primary" isBusy={isBusy}>
          {message ? 'Save message' : 'Publish message'}
        </Button>
        <Button
          tone="quiet"
          onClick={() => {
            keepDraft(messagePlace(draftId), null)
            onDone()
          }}
        >
          Discard changes
        </Button>
      </FormFoot>
    </form>
  )
}

function draftOf(message: Announcement | null, zone: string): MessageDraft {
  return {
    body: message?.body ?? '',
    from: toZonedText(message?.from ?? null, zone),
    until: toZonedText(message?.until ?? null, zone),
    version: message?.version ?? 0,
  }
}

function zoneHint(text: string, zone: string): string {
  return zoneLabel(fromZonedText(text, zone) ?? serverNow(), zone)
}
