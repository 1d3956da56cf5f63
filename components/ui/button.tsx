import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonTone, buttonStyle } from './button-style.ts'
import { cx } from './cx.ts'

type ButtonProps = ComponentProps<'button'> & { tone?: ButtonTone; size?: ButtonSize; isBusy?: boolean }

/** While busy it keeps its place, focus and name; presses do nothing. */
export function Button({ tone, size, isBusy = false, className, onClick, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault()
        else onClick?.(event)
      }}
      className={cx(buttonStyle(tone, size), className)}
    >
      {children}
    </button>
  )
}
