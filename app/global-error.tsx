'use client'

import ErrorPage from './error.tsx'
import './globals.css'

/** When even the frame of all pages cannot be drawn. */
export default function GlobalErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  )
}
