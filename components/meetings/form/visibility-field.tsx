import { useMe } from '#components/shell/use-me.ts'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import type { FormValues } from './form-values.ts'

type VisibilityFieldProps = {
  visibility: FormValues['visibility']
  /** A new meeting may leave it to the company. */
  isNew: boolean
  error: string | undefined
  onChange: (visibility: FormValues['visibility']) => void
}

/** Who can see it; the company default says what it is at the moment. */
export function VisibilityField({ visibility, isNew, error, onChange }: VisibilityFieldProps) {
  const usual = useMe()?.defaultVisibility
  return (
    <Field label="Who can see it" error={error}>
      {(wiring) => (
        <Select
          {...wiring}
          value={visibility}
          onChange={(event) => onChange(event.target.value as FormValues['visibility'])}
          className="w-full max-w-md"
        >
          {isNew ? <option value="">Company default{usual ? ` (${inShort[usual]})` : ''}</option> : null}
          <option value="company">Everybody in the company</option>
          <option value="group">My group and invited people</option>
          <option value="invited">Invited people only</option>
        </Select>
      )}
    </Field>
  )
}

const inShort = { company: 'everybody', group: 'my group', invited: 'invited people' }
