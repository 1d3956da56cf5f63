'use client'

import { Sorry } from '#components/shell/sorry.tsx'

/** The frame stays: its links lead to pages that may well be there. */
export default function FramedErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <Sorry error={error} />
}
