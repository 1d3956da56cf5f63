import type { ComponentProps } from 'react'
import { cx } from './cx.ts'
import { inputStyle } from './input-style.ts'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={cx(inputStyle, 'h-9', className)} />
}

export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} className={cx(inputStyle, 'min-h-32 resize-y py-2', className)} />
}
