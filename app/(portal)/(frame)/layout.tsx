import type { ReactNode } from 'react'
import { Commands } from '#components/palette/commands.tsx'
import { Frame } from '#components/shell/frame.tsx'
import { ByClock } from '#components/shell/time/by-clock.tsx'
import { Providers } from '../../providers.tsx'

export default function FrameLayout({ children }: { children: ReactNode }) {
  return (
    <Providers>
      <ByClock>
        <Frame commands={<Commands />}>{children}</Frame>
      </ByClock>
    </Providers>
  )
}
