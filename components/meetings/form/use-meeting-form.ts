import { useRef, useState } from 'react'
import { serverNow } from '#lib/http/api.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import type { FormCheck } from './form-check.ts'
import { expectParts } from './form-parts.ts'
import type { FormValues } from './form-values.ts'
import { type KeptForm, keepForm, readForm } from './kept-form.ts'
import type { FieldErrors } from './read-form.ts'

export type FormStart = {
  /** Where it is kept while it is open. */
  place: string
  /** The meeting to change; null: a new one. */
  meeting: MeetingDetail | null
  initial: FormValues
  /** Starts over from the meeting as it is now. */
  onRestart: (meeting: MeetingDetail) => void
}

/** What changes, or how to derive it from the values at that moment. */
export type FormChange = Partial<FormValues> | ((now: FormValues) => Partial<FormValues>)

export type MeetingFormState = ReturnType<typeof useMeetingForm>

/** The state of the form: kept in the browser with every change, restored when it is reopened. */
export function useMeetingForm({ place, meeting, initial, onRestart }: FormStart) {
  const [restored, setRestored] = useState(() => readForm(place))
  const [form, setForm] = useState<KeptForm>(() => restored ?? fresh(initial, meeting))
  /** The current values, even for an answer that comes long after the press that asked for it. */
  const latest = useRef(form)
  /** Saved or given up: an answer that comes now must not keep it again. */
  const isForgotten = useRef(false)
  const [errors, setErrors] = useState<FieldErrors>({})
  /** Counts the submits that found mistakes: each moves to the first of them. */
  const [mistakes, setMistakes] = useState(0)

  function keep(part: Partial<KeptForm>): KeptForm {
    const { values, requestId, version, isUnsure, sent = null } = { ...latest.current, ...part }
    const next = { values, requestId, version, isUnsure, sent: isUnsure ? sent : null }
    put(next)
    if (!isForgotten.current) keepForm(place, next)
    return next
  }

  function put(next: KeptForm): void {
    latest.current = next
    setForm(next)
  }

  function change(change: FormChange): void {
    expectParts()
    const { values } = latest.current
    const part = typeof change === 'function' ? change(values) : change
    const touched = Object.keys(part).flatMap((name) => fieldsOf[name] ?? [name])
    setErrors((found) => Object.fromEntries(Object.entries(found).filter(([name]) => !touched.includes(name))))
    keep({ values: { ...values, ...part } })
  }

  function complain(found: FieldErrors): void {
    setErrors(found)
    setMistakes((count) => count + 1)
  }

  function sentValues(): FormValues {
    return latest.current.sent ?? latest.current.values
  }

  return {
    place,
    meeting,
    form,
    errors,
    mistakes,
    onRestart,
    restoredAt: restored?.keptAt ?? null,
    change,
    keep,
    complain,
    /** The form as a new meeting, or null after showing what is wrong with it. */
    readNew: (check: FormCheck) =>
      said(check.readDraftForm(latest.current.values, latest.current.requestId, serverNow())),
    /** What was sent before, to check whether it was created. */
    readAgain: (check: FormCheck) => said(check.readDraftAgain(sentValues(), latest.current.requestId)),
    /** The values now, for who asks when an answer arrives. */
    valuesNow: () => latest.current.values,
    /** What the open question is about. */
    sentValues,
    /** The form as a change to `version`. */
    readChange: (check: FormCheck, version: number) =>
      said(check.readChangeForm(latest.current.values, initial, version, serverNow())),
    forget: () => {
      isForgotten.current = true
      keepForm(place, null)
    },
    discard: () => {
      keepForm(place, null)
      setRestored(null)
      setErrors({})
      put(fresh(initial, meeting))
    },
  }

  function said<T>({ draft, errors: found }: { draft: T | null; errors: FieldErrors | null }): T | null {
    if (found) complain(found)
    else setErrors({})
    return draft
  }
}

export function fresh(values: FormValues, meeting: MeetingDetail | null): KeptForm {
  return { values, requestId: crypto.randomUUID(), version: meeting?.version ?? null, isUnsure: false, sent: null }
}

/** Which mistakes a change to a part of the form may have fixed. */
const fieldsOf: Record<string, string[]> = {
  start: ['startsAt', 'endsAt'],
  end: ['endsAt'],
  minutes: ['endsAt'],
  zone: ['startsAt', 'endsAt', 'zone'],
  kind: ['startsAt', 'endsAt', 'roomId', 'kind'],
  guestText: ['invited'],
  unclear: ['invited'],
  invited: ['invited', 'invitedGroups'],
  invitedGroups: ['invited', 'invitedGroups'],
}
