import { Field } from '#components/ui/field.tsx'
import { TextArea } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import type { FormValues } from './form-values.ts'
import { type AudioWay, audioNames } from './guess-audio.ts'

type AudioFieldProps = {
  values: FormValues
  meeting: MeetingDetail | null
  error: string | undefined
  onChange: (part: Partial<FormValues>) => void
}

/** How people hear each other. GoTo hides what was set elsewhere, so the form says so and sends what is chosen here. */
export function AudioField({ values, meeting, error, onChange }: AudioFieldProps) {
  const { audio } = values
  const isUnknown = meeting !== null && meeting.audioOption === null && meeting.room === null
  const isOwn = audio.way === 'own'
  return (
    <div className="flex flex-col gap-3">
      <Field
        label="Audio"
        error={isOwn ? null : error}
        hint={
          isUnknown
            ? 'This meeting wasn’t created in Foyer, and GoTo doesn’t say how its audio is set. This is our best guess; saving sends your choice to GoTo.'
            : undefined
        }
      >
        {(wiring) => (
          <Select
            {...wiring}
            value={audio.way}
            onChange={(event) => onChange({ audio: { ...audio, way: event.target.value as AudioWay } })}
            className="w-full max-w-md"
          >
            {Object.entries(audioNames).map(([way, name]) => (
              <option key={way} value={way}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {isOwn ? (
        <Field
          label="Numbers and codes"
          error={error}
          hint="Up to 255 characters, shown to everybody invited. Leave empty to use your GoTo account’s private numbers."
        >
          {(wiring) => (
            <TextArea
              {...wiring}
              value={audio.own}
              onChange={(event) => onChange({ audio: { ...audio, own: event.target.value } })}
              className="min-h-20"
            />
          )}
        </Field>
      ) : null}
    </div>
  )
}
