'use client'

import { Sorry } from '#components/shell/sorry.tsx'

/** Without a frame around it. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <main>
      <Sorry error={error} />
    </main>
  )
}
