'use client'

import { Sorry } from '#components/shell/sorry.tsx'
import './globals.css'

/** For when even the frame of all pages can't be rendered. The page for all other errors is `error.tsx`. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <main>
          <Sorry error={error} />
        </main>
      </body>
    </html>
  )
}
