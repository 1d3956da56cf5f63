'use client'

import { useEffect, useRef } from 'react'
import { announce } from '#components/shell/announce.tsx'
import { isHeld, shortcuts } from '#components/shell/shortcuts.ts'
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
  { value: 'instant', label: 'Instant' },
  { value: 'room', label: 'Room' },
]

/** Creates or changes a meeting. A subject and Enter are enough. */
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
        if (isHeld(shortcuts.save, event) && !event.defaultPrevented) event.currentTarget.requestSubmit()
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
      {/* While it is unclear whether it was created, the request must stay the same. */}
      <fieldset disabled={form.isUnsure} className="flex min-w-0 flex-col gap-6 disabled:opacity-60">
        <legend className="sr-only">Meeting</legend>
        {state.meeting ? null : (
          <Segmented label="Meeting type" value={values.kind} options={kinds} onChange={(kind) => change({ kind })} />
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
        <GuestField values={values} error={errors.invited ?? errors.invitedGroups} onChange={change} />
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
  instant:
    'Starts in a new tab as soon as you press Start meeting, and appears in the list of everybody who can see it.',
  room: 'A permanent meeting ID without a date. Meet there whenever you like, or schedule meetings in it.',
}

/** After a failed submit, moves the cursor to the first mistake and announces how many there are. */
function useFocusOnMistake(
  form: React.RefObject<HTMLFormElement | null>,
  mistakes: number,
  errors: Record<string, string>,
): void {
  const count = Object.keys(errors).length
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per press, not with every corrected field
  useEffect(() => {
    if (mistakes === 0) return
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
    announce(count === 1 ? (Object.values(errors)[0] ?? '') : `${count} fields need your attention`)
  }, [mistakes])
}
