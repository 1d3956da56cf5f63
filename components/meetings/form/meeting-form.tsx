'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import { ConnectTrouble, useConnectGoto } from '#components/shell/connect-button.tsx'
import { connectName, lacksGrant } from '#components/shell/goto-grant.ts'
import { isHeld, shortcuts } from '#components/shell/shortcuts.ts'
import { useMe } from '#components/shell/use-me.ts'
import { Button } from '#components/ui/button.tsx'
import { FormFoot } from '#components/ui/form-foot.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { useFocusOnMistake } from '#components/ui/use-focus-on-mistake.ts'
import { isProblem } from '#lib/http/problem.ts'
import type { MeetingKind } from '#lib/meetings/schema.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { expectParts } from './form-parts.ts'
import { FormTrouble } from './form-trouble.tsx'
import { goToField } from './go-to-field.ts'
import { GuestField } from './guest-field.tsx'
import { KeptNotice } from './kept-notice.tsx'
import { MoreFields } from './more-fields.tsx'
import { RoomField } from './room-field.tsx'
import { SubjectField } from './subject-field.tsx'
import { type FormChange, type FormStart, useMeetingForm } from './use-meeting-form.ts'
import { type Saving, useSave } from './use-save.ts'
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
  const { form, errors } = state
  const { values } = form
  const me = useMe()
  const connecting = useConnectGoto()
  // A meeting in a room has nothing of its own at GoTo.
  const isInRoom = values.kind === 'scheduled' && values.roomId !== null
  const isUnconnected = !isInRoom && (lacksGrant(me) || isProblem(saving.error, 'not_connected'))
  // First what became of what was sent, or whose version it is.
  const offersConnect = isUnconnected && !form.isUnsure && !saving.theirs
  const element = useRef<HTMLFormElement>(null)
  useFocusOnMistake(element, state.mistakes)

  const forgetRefusal = useEffectEvent(saving.forgetRefusal)
  // Connected again, perhaps in another tab.
  useEffect(() => {
    if (me?.connection === 'active') forgetRefusal()
  }, [me?.connection])

  function change(part: FormChange): void {
    saving.forgetRefusal()
    state.change(part)
  }

  return (
    <form
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (offersConnect) connecting.mutate()
        else saving.save()
      }}
      onPointerOver={expectParts}
      onKeyDown={(event) => {
        expectParts()
        if (isHeld(shortcuts.save, event) && !event.defaultPrevented) event.currentTarget.requestSubmit()
      }}
      className="mt-6 flex max-w-2xl flex-col gap-6"
    >
      {state.restoredAt ? <KeptNotice at={state.restoredAt} onDiscard={state.discard} /> : null}
      {state.meeting ? null : (
        <Segmented label="Meeting type" value={values.kind} options={kinds} onChange={(kind) => change({ kind })} />
      )}
      <div data-field="subject">
        <SubjectField
          subject={values.subject}
          error={errors.subject}
          isFirst={state.mistakes === 0}
          onChange={(subject) => change({ subject })}
        />
      </div>
      {values.kind === 'scheduled' ? (
        <>
          <WhenFields values={values} errors={errors} onChange={change} />
          <ConflictNotice values={values} except={state.meeting?.id ?? null} made={saving.made?.id ?? null} />
        </>
      ) : (
        <p className="text-body text-soft">{about[values.kind]}</p>
      )}
      <RoomField values={values} meeting={state.meeting} error={errors.roomId} onChange={change} />
      <div data-field="invited">
        <GuestField values={values} error={errors.invited ?? errors.invitedGroups} onChange={change} />
      </div>
      <MoreFields values={values} meeting={state.meeting} errors={errors} onChange={change} />
      <FormFoot
        trouble={
          <FormTrouble
            saving={saving}
            form={form}
            meeting={state.meeting}
            errors={errors}
            isUnconnected={isUnconnected}
            onGo={(name) => goToField(element.current, name)}
          />
        }
        focusOn={saving.focusOn}
        progress={progressOf(saving, form.isUnsure)}
      >
        {offersConnect ? (
          <>
            <Button type="submit" tone="primary" size="large" isBusy={connecting.isPending}>
              {connectName(me)}
            </Button>
            <ConnectTrouble error={connecting.error} />
          </>
        ) : form.isUnsure || saving.theirs ? null : (
          <Button type="submit" tone="primary" size="large" isBusy={saving.isBusy}>
            {state.meeting ? 'Save changes' : creates[values.kind]}
          </Button>
        )}
      </FormFoot>
    </form>
  )
}

function progressOf({ isAsking, isBusy, isOnline, isOffline }: Saving, isUnsure: boolean): string | null {
  if (isAsking) return isUnsure ? null : 'Asking GoTo…'
  if (isBusy) return null
  return isOnline || isOffline ? null : 'You’re offline. What you type is kept.'
}

const creates = { scheduled: 'Create meeting', instant: 'Start meeting', room: 'Create room' }
const about = {
  instant:
    'Starts in a new tab as soon as you press Start meeting, and appears in the list of everybody who can see it.',
  room: 'A permanent meeting ID without a date. Meet there whenever you like, or schedule meetings in it.',
}
