import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonTone, buttonStyle } from './button-style.ts'
import { cx } from './cx.ts'

type LinkButtonProps = ComponentProps<'a'> & { href: string; tone?: ButtonTone; size?: ButtonSize }

/** A real link that looks like a button: can be opened in a tab or copied, and no popup blocker stops it. */
export function LinkButton({ tone, size, className, ...rest }: LinkButtonProps) {
  return <a {...rest} className={cx(buttonStyle(tone, size), className)} />
}
