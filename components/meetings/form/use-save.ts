import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { isUnsure } from '#components/meetings/act/is-unsure.ts'
import { putMeeting } from '#components/meetings/act/put-meeting.ts'
import { quoted } from '#components/meetings/act/quoted.ts'
import { useOnline } from '#components/shell/offline.ts'
import { useOnceRead } from '#components/shell/time/reading.ts'
import { useZone } from '#components/shell/use-me.ts'
import { serverNow } from '#lib/http/api.ts'
import { isProblem } from '#lib/http/problem.ts'
import { changeMeeting, createMeeting, startMeeting } from '#lib/meetings/calls.ts'
import { getMeeting, meetingKey } from '#lib/meetings/meeting-queries.ts'
import type { Meeting, MeetingChange, MeetingDetail, MeetingDraft } from '#lib/meetings/schema.ts'
import { meKey } from '#lib/people/queries.ts'
import { type FormCheck, formCheck } from './form-check.ts'
import type { FormValues } from './form-values.ts'
import { editPlace, keepForm, newPlace } from './kept-form.ts'
import type { MeetingFormState } from './use-meeting-form.ts'
import { useSending } from './use-sending.ts'

export type Saving = ReturnType<typeof useSave>

/** Creates or changes the meeting in a form, and handles every way in which that can fail. */
export function useSave(state: MeetingFormState) {
  const { meeting, form } = state
  const client = useQueryClient()
  const router = useRouter()
  const zone = useZone()
  const isOnline = useOnline()
  /** The meeting as somebody else changed it in the meantime. */
  const [theirs, setTheirs] = useState<MeetingDetail | null>(null)
  const [isGone, setGone] = useState(false)
  /** Pressed without a network. */
  const [isHeldBack, setHeldBack] = useState(false)
  /** Pressed, but what checks the form could not be loaded. */
  const [isUnchecked, setUnchecked] = useState(false)
  /** Pressed, and what checks the form is on its way. */
  const [isChecking, setChecking] = useState(false)
  const sending = useSending(state.valuesNow)

  const creating = useMutation({
    mutationFn: (draft: MeetingDraft) => createMeeting(draft),
    onSuccess: (made: Meeting) => {
      const typedSince = isSame(state.valuesNow(), sending.sent()) ? null : state.valuesNow()
      state.forget()
      putMeeting(client, made)
      formCheck.now()?.sayCreated(client, made, zone)
      if (typedSince) openEdit(made, typedSince)
      else router.push(`/meetings/${made.id}`)
    },
    onError: (error) => {
      const unsure = isUnsure(error) || (form.isUnsure && saysNothing(error))
      // What certainly doesn't exist is sent again under the same id; what was typed since is another request.
      const isAnother = !unsure && !isSame(state.valuesNow(), sending.sent())
      const sent = sending.sent()
      state.keep({
        isUnsure: unsure,
        sent,
        ...(isAnother || (!unsure && isOfAnother(error)) ? { requestId: crypto.randomUUID() } : {}),
      })
      noteRefusal(error)
      if (isProblem(error) && error.problem.fields) state.complain(ownFields(error.problem.fields))
      // Asking again by itself, Foyer takes the cursor from nobody.
      else if (!form.isUnsure) sending.fail()
    },
    onSettled: (_made, error) => sending.end(error !== null),
  })

  /** Found at last, but more was typed in the meantime: that becomes a change to it. */
  function openEdit(made: Meeting, values: FormValues): void {
    keepForm(editPlace(made.id), { values, requestId: crypto.randomUUID(), version: null, isUnsure: false })
    router.push(`/meetings/${made.id}/edit`)
  }

  const changing = useMutation({
    mutationFn: (change: MeetingChange) => changeMeeting(meeting?.id ?? '', change),
    onSuccess: finishChange,
    onError: async (error) => {
      if (isProblem(error) && error.problem.fields) state.complain(ownFields(error.problem.fields))
      noteRefusal(error)
      if (isProblem(error, 'not_found')) setGone(true)
      if (isProblem(error, 'conflict')) await lookAtTheirs()
      if (!isProblem(error) || !error.problem.fields) sending.fail()
    },
    onSettled: (_made, error) => sending.end(error !== null),
  })

  /** What the page says of the connection is older than this answer. */
  function noteRefusal(error: unknown): void {
    if (isProblem(error, 'not_connected')) void client.invalidateQueries({ queryKey: meKey })
  }

  function finishChange(changed: MeetingDetail): void {
    state.forget()
    client.setQueryData(meetingKey(changed.id), changed)
    putMeeting(client, changed)
    formCheck.now()?.saySaved()
    router.push(`/meetings/${changed.id}`)
  }

  async function lookAtTheirs(): Promise<void> {
    try {
      const [now, { differencesOf }] = await Promise.all([getMeeting(meeting?.id ?? ''), import('./differences.ts')])
      if (now.version === form.version) return
      // The previous save did arrive: there is nothing to choose.
      if (differencesOf(state.form.values, now, serverNow(), (id) => id).length === 0) finishChange(now)
      else setTheirs(now)
    } catch (error) {
      if (isProblem(error, 'not_found')) setGone(true)
      // What compares the two could not be loaded.
      else if (!isProblem(error)) setUnchecked(true)
    }
  }

  function saveFrom(check: FormCheck, version: number): void {
    const change = state.readChange(check, version)
    if (!change) changing.reset()
    if (change && sending.begin(state.valuesNow())) changing.mutate(change)
  }

  function create(check: FormCheck): void {
    const draft = state.readNew(check)
    if (!draft) creating.reset()
    if (!draft || !sending.begin(state.valuesNow())) return
    if (draft.kind !== 'instant') creating.mutate(draft)
    // The tab has to open in the click handler itself.
    else startAtOnce(check, draft)
  }

  /**
   * The same request again: the server checks whether it was created and never creates a second meeting. On its own,
   * Foyer takes the cursor from nobody.
   */
  function lookAgain(by: 'press' | 'itself' = 'press'): void {
    if (!navigator.onLine) return
    const look = (check: FormCheck) => {
      const draft = state.readAgain(check)
      if (draft && sending.begin(state.sentValues())) creating.mutate(draft)
    }
    checked(look, by === 'press' ? sending.failAtOnce : () => undefined)
  }

  /** At once if it can be, since what opens a tab has to do so in the click handler itself. */
  function checked(act: (check: FormCheck) => void, fail = sending.failAtOnce): void {
    const begin = (check: FormCheck) => {
      setUnchecked(false)
      act(check)
    }
    const ready = formCheck.now()
    if (ready) {
      begin(ready)
      return
    }
    setChecking(true)
    formCheck
      .load()
      .then(begin, () => {
        setUnchecked(true)
        fail()
      })
      .finally(() => setChecking(false))
  }

  /** A key reaches it even where no button is offered. `mine`: the version to save over. */
  function save(mine: number | null): void {
    if (mine !== null) saveMine(mine)
    else if (theirs) return
    else if (form.isUnsure) lookAgain()
    else whenOnline((check) => (meeting ? saveFrom(check, form.version ?? meeting.version) : create(check)))
  }

  function saveMine(version: number): void {
    whenOnline((check) => {
      setTheirs(null)
      state.keep({ version })
      saveFrom(check, version)
    })
  }

  /** Without a network nothing is tried: then it is certain that nothing was sent. */
  function whenOnline(act: (check: FormCheck) => void): void {
    setHeldBack(!navigator.onLine)
    if (navigator.onLine) checked(act)
    else sending.failAtOnce()
  }

  /** Trouble while creating shows in the foot; trouble after that, when the form is gone, goes into a toast. */
  function startAtOnce({ openHost }: FormCheck, draft: MeetingDraft): void {
    let id: string | null = null
    const make = async () => {
      id ??= (await creating.mutateAsync(draft)).id
      return startMeeting(id)
    }
    const opened = openHost(make, {
      failed: `Couldn’t start ${quoted(draft.subject)}.`,
      isSaid: () => id === null,
    })
    // A tab that the browser blocked sent nothing: the next press may.
    void opened.then((isOpen) => sending.end(!isOpen))
  }

  const saveOnceRead = useOnceRead(save)
  const isAsking = creating.isPending || changing.isPending

  return {
    theirs,
    isGone,
    isOnline,
    /** Pressed without a network, which is not back yet. */
    isOffline: isHeldBack && !isOnline,
    isUnchecked,
    isAsking,
    /** From the press until the page of what was saved is here. */
    isBusy: isAsking || isChecking || saveOnceRead.isHeld || creating.isSuccess || changing.isSuccess,
    /** The new meeting, until its page is here. */
    made: creating.data ?? null,
    focusOn: sending.focusOn,
    error: creating.error ?? changing.error,
    save: () => saveOnceRead.send(null),
    lookAgain,
    saveMine: (version: number) => saveOnceRead.send(version),
    /** Refused for want of a grant: with another form, or another grant, that is over. */
    forgetRefusal: () => {
      if (isProblem(creating.error, 'not_connected')) creating.reset()
      if (isProblem(changing.error, 'not_connected')) changing.reset()
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

function isSame(one: FormValues, other: FormValues): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** This request was first sent with other content, so what the form holds now needs a new one. */
function isOfAnother(error: unknown): boolean {
  return isProblem(error, 'conflict') && error.problem.fields?.requestId !== undefined
}

/** An answer from which nobody learns what became of an earlier request. */
function saysNothing(error: unknown): boolean {
  const isUnasked = (['rate_limited', 'unauthenticated', 'not_connected'] as const).some((code) =>
    isProblem(error, code),
  )
  return isUnasked || isOfAnother(error)
}

/** `invited.3.email` is a mistake in the field `invited`. */
function ownFields(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([path, sentence]) => [path.split('.')[0] ?? path, sentence]))
}
