'use client'

import { useEffect, useRef } from 'react'
import { announce } from '#components/shell/announce.tsx'
import { Button } from '#components/ui/button.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import type { MeetingKind } from '#lib/meetings/schema.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { FormTrouble } from './form-trouble.tsx'
import { GuestField } from './guest-field.tsx'
import { hiddenErrors } from './hidden-errors.ts'
import { KeptNotice } from './kept-notice.tsx'
import { MoreFields } from './more-fields.tsx'
import { RoomField } from './room-field.tsx'
import { SubjectField } from './subject-field.tsx'
import { type FormStart, useMeetingForm } from './use-meeting-form.ts'
import { useSave } from './use-save.ts'
import { VersionConflict } from './version-conflict.tsx'
import { WhenFields } from './when-fields.tsx'

const kinds: { value: MeetingKind; label: string }[] = [
  { value: 'scheduled', label: 'Scheduled' },
  { value: 'instant', label: 'Meet now' },
  { value: 'room', label: 'Room' },
]

/** A meeting to be made or changed. Two presses are enough: type a subject, Enter. */
export function MeetingForm(start: FormStart) {
  const state = useMeetingForm(start)
  const saving = useSave(state)
  const { form, errors, change } = state
  const { values } = form
  const element = useRef<HTMLFormElement>(null)
  useFocusOnMistake(element, state.mistakes, errors)

  return (
    <form
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!saving.isBusy) saving.save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.defaultPrevented)
          event.currentTarget.requestSubmit()
      }}
      className="mt-6 flex max-w-2xl flex-col gap-6"
    >
      {state.restoredAt ? <KeptNotice at={state.restoredAt} onDiscard={state.discard} /> : null}
      {saving.theirs && state.meeting ? (
        <VersionConflict
          mine={values}
          theirs={saving.theirs}
          onSaveMine={() => saving.saveMine(saving.theirs?.version ?? 0)}
          onTakeTheirs={saving.takeTheirs}
        />
      ) : (
        <FormTrouble
          saving={saving}
          isUnsure={form.isUnsure}
          isNew={state.meeting === null}
          hidden={hiddenErrors(errors, values.kind)}
        />
      )}
      {/* While nobody knows whether it was made, what was asked for must stay what it was. */}
      <fieldset disabled={form.isUnsure} className="flex min-w-0 flex-col gap-6 disabled:opacity-60">
        <legend className="sr-only">Meeting</legend>
        {state.meeting ? null : (
          <Segmented
            label="Kind of meeting"
            value={values.kind}
            options={kinds}
            onChange={(kind) => change({ kind })}
          />
        )}
        <SubjectField
          subject={values.subject}
          error={errors.subject}
          isFirst={state.mistakes === 0}
          onChange={(subject) => change({ subject })}
        />
        {values.kind === 'scheduled' ? (
          <>
            <WhenFields values={values} errors={errors} onChange={change} />
            <ConflictNotice values={values} except={state.meeting?.id ?? null} />
          </>
        ) : (
          <p className="text-body text-soft">{about[values.kind]}</p>
        )}
        <RoomField values={values} meeting={state.meeting} error={errors.roomId} onChange={change} />
        <GuestField guests={values.invited} text={values.guestText} error={errors.invited} onChange={change} />
        <MoreFields values={values} meeting={state.meeting} errors={errors} onChange={change} />
      </fieldset>
      <div className="flex flex-wrap items-center gap-2">
        {form.isUnsure ? null : (
          <Button type="submit" tone="primary" size="large" isBusy={saving.isBusy}>
            {state.meeting ? 'Save changes' : creates[values.kind]}
          </Button>
        )}
      </div>
    </form>
  )
}

const creates = { scheduled: 'Create meeting', instant: 'Start meeting', room: 'Create room' }
const about = {
  instant: 'Starts as soon as you press Start, in a tab of its own, and is listed for everybody who may see it.',
  room: 'A meeting ID that stays the same and has no date: meet there whenever you like, or plan meetings in it.',
}

/** After a press that found mistakes: the cursor stands in the first of them, and their number is said. */
function useFocusOnMistake(
  form: React.RefObject<HTMLFormElement | null>,
  mistakes: number,
  errors: Record<string, string>,
): void {
  const count = Object.keys(errors).length
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per press, not with every mended field
  useEffect(() => {
    if (mistakes === 0) return
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
    announce(count === 1 ? (Object.values(errors)[0] ?? '') : `${count} fields need a change`)
  }, [mistakes])
}
