import type { ReactNode } from 'react'
import { Commands } from '#components/palette/commands.tsx'
import { Frame } from '#components/shell/frame.tsx'

export default function FrameLayout({ children }: { children: ReactNode }) {
  return <Frame commands={<Commands />}>{children}</Frame>
}
