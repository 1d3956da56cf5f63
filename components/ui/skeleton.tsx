import type { ComponentProps } from 'react'
import { cx } from './cx.ts'

/** The place of something that is on its way. Give it the real size. */
export function Skeleton({ className, ...rest }: ComponentProps<'span'>) {
  return <span aria-hidden="true" {...rest} className={cx('block animate-breathe rounded-md bg-sunken', className)} />
}
