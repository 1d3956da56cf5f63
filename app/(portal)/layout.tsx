import type { ReactNode } from 'react'
import { Providers } from '../providers.tsx'

export default function PortalLayout({ children }: { children: ReactNode }) {
  return <Providers>{children}</Providers>
}
