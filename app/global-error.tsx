'use client'

import { Sorry } from '#components/shell/sorry.tsx'
import './globals.css'

/** For when even the frame of all pages can't be rendered. The page for all other errors is `error.tsx`. */
export default function GlobalErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <Sorry digest={error.digest} onRetry={reset} />
      </body>
    </html>
  )
}
