'use client'

import { Sorry } from '#components/shell/sorry.tsx'

/** For pages without the frame, and when the frame itself can't be rendered. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <main>
      <Sorry error={error} />
    </main>
  )
}
