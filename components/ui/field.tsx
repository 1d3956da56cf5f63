import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'

type FieldProps = {
  label: string
  hint?: ReactNode
  error?: string | null | undefined
  className?: string
  /** Receives what ties the control to its label, hint and error. */
  children: (wiring: FieldWiring) => ReactNode
}

export type FieldWiring = {
  id: string
  'aria-labelledby': string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label above, hint and error below, tied together for screen readers. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId()
  const hintId = hint ? `${id}-hint` : ''
  const errorId = error ? `${id}-error` : ''
  const describedBy = [errorId, hintId].filter(Boolean).join(' ') || undefined
  return (
    <div className={cx('flex flex-col gap-1.5', className)}>
      <label id={`${id}-label`} htmlFor={id} className="font-medium text-14">
        {label}
      </label>
      {children({
        id,
        // By id as well: while a combobox's list is open the library hides the rest of the page, labels included.
        'aria-labelledby': `${id}-label`,
        'aria-describedby': describedBy,
        'aria-invalid': error ? true : undefined,
      })}
      {error ? (
        <p id={errorId} className="text-14 text-trouble">
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={hintId} className="text-14 text-faint">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
