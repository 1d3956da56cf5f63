'use client'

import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { TextArea } from '#components/ui/input.tsx'
import { Switch } from '#components/ui/switch.tsx'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { AudioField } from './audio-field.tsx'
import { CoorganizerField } from './coorganizer-field.tsx'
import { type FormValues, roomOf } from './form-values.ts'
import type { FieldErrors } from './read-form.ts'
import { VisibilityField } from './visibility-field.tsx'

type MoreFieldsProps = {
  values: FormValues
  meeting: MeetingDetail | null
  errors: FieldErrors
  onChange: (part: Partial<FormValues>) => void
}

const fields = ['agenda', 'audio', 'coorganizers', 'visibility']

/** What few meetings need, one press away; open if it holds something or something in it is wrong. */
export function MoreFields({ values, meeting, errors, onChange }: MoreFieldsProps) {
  const [isOpened, setOpened] = useState(() => holdsSomething(values, meeting))
  const isOpen = isOpened || fields.some((name) => errors[name])
  const isInRoom = roomOf(values) !== null
  return (
    <section aria-label="More" className="border-line border-t pt-4">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpened(!isOpen)}
        className="-ml-2 flex h-9 items-center gap-1.5 rounded-lg px-2 text-left font-medium text-14 text-soft hover:bg-hover hover:text-ink"
      >
        <ChevronRight
          aria-hidden="true"
          size={16}
          className={isOpen ? 'rotate-90 transition-transform duration-100' : 'transition-transform duration-100'}
        />
        More
        {isOpen ? null : (
          <span className="font-normal text-faint">
            {isInRoom ? 'agenda, who can see it' : 'agenda, audio, co-organizers, who can see it'}
          </span>
        )}
      </button>
      {isOpen ? (
        <div className="mt-3 flex flex-col gap-5">
          <div data-field="agenda">
            <Field label="Agenda" error={errors.agenda} hint="Shown on the meeting’s page in Foyer, not at GoTo.">
              {(wiring) => (
                <TextArea
                  {...wiring}
                  value={values.agenda}
                  onChange={(event) => onChange({ agenda: event.target.value })}
                  className="min-h-24"
                />
              )}
            </Field>
          </div>
          {isInRoom ? (
            <p className="text-body text-soft">Audio, co-organizers and password come from the room.</p>
          ) : (
            <>
              <div data-field="audio">
                <AudioField values={values} meeting={meeting} error={errors.audio} onChange={onChange} />
              </div>
              <div data-field="coorganizers">
                {' '}
                <CoorganizerField
                  chosen={values.coorganizers}
                  known={meeting?.coorganizers ?? []}
                  error={errors.coorganizers}
                  onChange={(coorganizers) => onChange({ coorganizers })}
                />
              </div>
            </>
          )}
          <div data-field="visibility">
            {' '}
            <VisibilityField
              visibility={values.visibility}
              isNew={meeting === null}
              error={errors.visibility}
              onChange={(visibility) => onChange({ visibility })}
            />
          </div>
          {isInRoom ? null : (
            <Switch
              label="Require a password"
              hint="GoTo asks everybody who joins. You can only set the password at GoTo, not here."
              isOn={values.passwordRequired}
              onChange={(passwordRequired) => onChange({ passwordRequired })}
            />
          )}
        </div>
      ) : null}
    </section>
  )
}

/** True for any meeting created elsewhere: its audio has to be checked before it is sent. */
function holdsSomething(
  { agenda, audio, coorganizers, visibility, passwordRequired }: FormValues,
  meeting: MeetingDetail | null,
): boolean {
  const isUsual = visibility === '' || (meeting !== null && visibility === 'company')
  const isAudioToSay = audio.way !== 'Hybrid' || (meeting !== null && meeting.audioOption === null)
  return agenda !== '' || isAudioToSay || coorganizers.length > 0 || passwordRequired || !isUsual
}
