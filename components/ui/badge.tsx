import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export type BadgeTone = 'live' | 'soon' | 'attention' | 'trouble' | 'calm'

/** A state: colour only together with an icon and a word. */
export function Badge({ tone, icon, children }: { tone: BadgeTone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-flex h-6 w-fit items-center gap-1.5 whitespace-nowrap rounded-md px-2 font-medium text-12',
        tones[tone],
      )}
    >
      {icon}
      {children}
    </span>
  )
}

const tones: Record<BadgeTone, string> = {
  live: 'edge bg-live-soft text-live',
  soon: 'edge bg-soon-soft text-soon',
  attention: 'edge bg-attention-soft text-attention',
  trouble: 'edge bg-trouble-soft text-trouble',
  calm: 'edge bg-sunken text-soft',
}
