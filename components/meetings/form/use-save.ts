import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { isUnsure } from '#components/meetings/act/is-unsure.ts'
import { openHost } from '#components/meetings/act/open-host.ts'
import { putMeeting } from '#components/meetings/act/put-meeting.ts'
import { quoted } from '#components/meetings/act/quoted.ts'
import { useZone } from '#components/shell/use-me.ts'
import { serverNow } from '#lib/http/api.ts'
import { isProblem } from '#lib/http/problem.ts'
import { changeMeeting, createMeeting, getMeeting, meetingKey, startMeeting } from '#lib/meetings/queries.ts'
import type { Meeting, MeetingChange, MeetingDetail, MeetingDraft } from '#lib/meetings/schema.ts'
import { differencesOf } from './differences.ts'
import { keepForm, newPlace } from './kept-form.ts'
import { sayCreated, saySaved } from './say-created.ts'
import type { MeetingFormState } from './use-meeting-form.ts'

export type Saving = ReturnType<typeof useSave>

/** Creates or changes the meeting in a form, and handles every way in which that can fail. */
export function useSave(state: MeetingFormState) {
  const { meeting, form } = state
  const client = useQueryClient()
  const router = useRouter()
  const zone = useZone()
  /** The meeting as somebody else changed it in the meantime. */
  const [theirs, setTheirs] = useState<MeetingDetail | null>(null)
  const [isGone, setGone] = useState(false)

  const creating = useMutation({
    mutationFn: (draft: MeetingDraft) => createMeeting(draft),
    onSuccess: (made: Meeting) => {
      state.forget()
      putMeeting(client, made)
      sayCreated(client, made, zone)
      router.push(`/meetings/${made.id}`)
    },
    onError: (error) => {
      // Always the same request: the server never creates twice under it, and retries what certainly doesn't exist.
      state.keep({ isUnsure: isUnsure(error), ...(isOfAnother(error) ? { requestId: crypto.randomUUID() } : {}) })
      if (isProblem(error) && error.problem.fields) state.complain(ownFields(error.problem.fields))
    },
  })

  const changing = useMutation({
    mutationFn: (change: MeetingChange) => changeMeeting(meeting?.id ?? '', change),
    onSuccess: finishChange,
    onError: async (error) => {
      if (isProblem(error) && error.problem.fields) state.complain(ownFields(error.problem.fields))
      if (isProblem(error, 'not_found')) setGone(true)
      if (isProblem(error, 'conflict')) await lookAtTheirs()
    },
  })

  function finishChange(changed: MeetingDetail): void {
    state.forget()
    client.setQueryData(meetingKey(changed.id), changed)
    putMeeting(client, changed)
    saySaved()
    router.push(`/meetings/${changed.id}`)
  }

  async function lookAtTheirs(): Promise<void> {
    try {
      const now = await getMeeting(meeting?.id ?? '')
      if (now.version === form.version) return
      // The previous save did arrive: there is nothing to choose.
      if (differencesOf(state.form.values, now, serverNow(), (id) => id).length === 0) finishChange(now)
      else setTheirs(now)
    } catch (error) {
      if (isProblem(error, 'not_found')) setGone(true)
    }
  }

  function saveFrom(version: number): void {
    const change = state.readChange(version)
    if (change) changing.mutate(change)
  }

  function create(): void {
    const draft = state.readNew()
    if (!draft) return
    if (draft.kind !== 'instant') creating.mutate(draft)
    // The tab has to open in the click handler itself.
    else startAtOnce(draft)
  }

  /** Trouble while creating shows above the form; trouble after that, when the form is gone, goes into a toast. */
  function startAtOnce(draft: MeetingDraft): void {
    let id: string | null = null
    const make = async () => {
      id ??= (await creating.mutateAsync(draft)).id
      return startMeeting(id)
    }
    openHost(make, { failed: `Couldn’t start ${quoted(draft.subject)}.`, isSaid: () => id === null })
  }

  return {
    theirs,
    isGone,
    isBusy: creating.isPending || changing.isPending,
    error: creating.error ?? changing.error,
    save: () => (meeting ? saveFrom(form.version ?? meeting.version) : create()),
    /** The same request again: the server checks whether it was created and never creates a second meeting. */
    lookAgain: () => {
      const draft = state.readAgain()
      if (draft) creating.mutate(draft)
    },
    saveMine: (version: number) => {
      setTheirs(null)
      state.keep({ version })
      saveFrom(version)
    },
    takeTheirs: () => {
      state.forget()
      if (theirs) state.onRestart(theirs)
    },
    /** Deleted in the meantime: everything typed moves to a new meeting's form. */
    createAgain: () => {
      state.forget()
      keepForm(newPlace('again'), { ...form, version: null, isUnsure: false, requestId: crypto.randomUUID() })
      router.push('/meetings/new?draft=again')
    },
  }
}

/** This request was first sent with other content, so what the form holds now needs a new one. */
function isOfAnother(error: unknown): boolean {
  return isProblem(error, 'conflict') && error.problem.fields?.requestId !== undefined
}

/** `invited.3.email` is a mistake in the field `invited`. */
function ownFields(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([path, sentence]) => [path.split('.')[0] ?? path, sentence]))
}
