'use client'

import { Field } from '#components/ui/field.tsx'
import { TextArea } from '#components/ui/input.tsx'
import { Switch } from '#components/ui/switch.tsx'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { AudioField } from './audio-field.tsx'
import { CoorganizerField } from './coorganizer-field.tsx'
import { type FormValues, roomOf } from './form-values.ts'
import type { FieldErrors } from './read-form.ts'
import { VisibilityField } from './visibility-field.tsx'

export type MoreFieldsProps = {
  values: FormValues
  meeting: MeetingDetail | null
  errors: FieldErrors
  onChange: (part: Partial<FormValues>) => void
}

/** What few meetings need. */
export function MoreContents({ values, meeting, errors, onChange }: MoreFieldsProps) {
  const isInRoom = roomOf(values) !== null
  return (
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
  )
}
