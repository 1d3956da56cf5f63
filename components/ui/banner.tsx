import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

type BannerProps = { tone: 'soon' | 'attention' | 'trouble'; children: ReactNode; action?: ReactNode }

/** Says what is wrong, what is safe and what to do, above what it concerns. */
export function Banner({ tone, children, action }: BannerProps) {
  return (
    <div
      className={cx(
        'edge flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl px-4 py-2.5 text-body text-ink',
        tones[tone],
      )}
    >
      <Icon name={icons[tone]} size={16} className={cx('shrink-0', inks[tone])} />
      <div className="min-w-48 flex-1">{children}</div>
      {action}
    </div>
  )
}

const icons = { soon: 'info', attention: 'triangle-alert', trouble: 'circle-alert' } as const
const tones = { soon: 'bg-soon-soft', attention: 'bg-attention-soft', trouble: 'bg-trouble-soft' }
const inks = { soon: 'text-soon', attention: 'text-attention', trouble: 'text-trouble' }
