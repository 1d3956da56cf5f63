'use client'

import { Sorry } from '#components/shell/sorry.tsx'

/** Above the frame, so that it catches what fails there too. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <Sorry error={error} />
}
