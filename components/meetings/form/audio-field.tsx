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

/** How people hear each other. What was set elsewhere GoTo does not reveal: that is said, and what stands here is sent. */
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
            ? 'This meeting was not made in Foyer, and GoTo does not reveal what was set. This is what its text suggests; what you choose here is what GoTo gets.'
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
          hint="At most 255 characters, shown to everybody who is invited. Empty: the private numbers of your GoTo account."
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
