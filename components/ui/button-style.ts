import { cx } from './cx.ts'

export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

/** One look for everything pressable, button or link. */
export function buttonStyle(tone: ButtonTone = 'plain', size: ButtonSize = 'medium'): string {
  return cx(base, tones[tone], sizes[size])
}

const base =
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-lg font-medium transition-colors duration-100 disabled:opacity-60 aria-disabled:opacity-60'

const tones: Record<ButtonTone, string> = {
  primary: 'edge bg-accent text-on-accent shadow-low hover:bg-accent-hover active:bg-accent',
  plain: 'border border-line bg-raised text-ink shadow-low hover:bg-hover active:bg-sunken',
  quiet: 'text-soft hover:bg-hover hover:text-ink active:bg-sunken',
  danger: 'border border-line bg-raised text-trouble shadow-low hover:bg-trouble-soft active:bg-trouble-soft',
}

const sizes: Record<ButtonSize, string> = {
  small: 'h-8 px-2.5 text-14',
  medium: 'h-9 px-3 text-14',
  large: 'h-11 px-4 text-16',
}
