import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonTone, buttonStyle } from './button-style.ts'
import { cx } from './cx.ts'

type LinkButtonProps = ComponentProps<'a'> & { href: string; tone?: ButtonTone; size?: ButtonSize }

/** A real link that looks like a button: opens in a tab, can be copied, and no popup blocker minds it. */
export function LinkButton({ tone, size, className, ...rest }: LinkButtonProps) {
  return <a {...rest} className={cx(buttonStyle(tone, size), className)} />
}
