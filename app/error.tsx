'use client'

import { Sorry } from '#components/shell/sorry.tsx'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Sorry digest={error.digest} onRetry={reset} />
}
