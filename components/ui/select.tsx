import type { ComponentProps } from 'react'
import { cx } from './cx.ts'

/** The platform's own list: right on phones, with keys and with a screen reader, and no script at all. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select {...rest} className={cx(selectStyle, className)} />
}

const selectStyle =
  'picker h-9 truncate rounded-lg border border-line bg-raised pr-8 pl-3 text-body text-ink shadow-low transition-colors duration-100 hover:bg-hover'
