import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { longestSubject, subjectLength } from '#lib/meetings/rules.ts'

type SubjectFieldProps = {
  subject: string
  error: string | undefined
  /** The form has just been opened: the cursor goes here. */
  isFirst: boolean
  onChange: (subject: string) => void
}

/** The only text a meeting needs, counted as GoTo counts it (goto-api.md 5.2). */
export function SubjectField({ subject, error, isFirst, onChange }: SubjectFieldProps) {
  const length = subjectLength(subject)
  const isLong = length > longestSubject
  return (
    <Field
      label="Subject"
      error={
        error ??
        (isLong
          ? `${length - longestSubject} too many. ${/[<>]/.test(subject) ? '< and > count as four each.' : ''}`
          : null)
      }
      hint={
        <span className="figures">
          {length} of {longestSubject}
          {/[<>]/.test(subject) && !isLong ? ' · < and > count as four each' : ''}
        </span>
      }
    >
      {(wiring) => (
        <Input
          {...wiring}
          autoFocus={isFirst}
          value={subject}
          onChange={(event) => onChange(event.target.value)}
          placeholder="What is it about?"
          autoComplete="off"
          className="h-11 text-16"
        />
      )}
    </Field>
  )
}
