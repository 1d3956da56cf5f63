import type { ReactNode } from 'react'
import { ByClock } from '#components/shell/time/by-clock.tsx'
import { Providers } from '../../../../providers.tsx'

export default function JoinLayout({ children }: { children: ReactNode }) {
  return (
    <Providers>
      <ByClock>{children}</ByClock>
    </Providers>
  )
}
