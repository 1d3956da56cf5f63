'use client'

import ErrorPage from './error.tsx'
import './globals.css'

/** For when even the frame of all pages can't be rendered. */
export default function GlobalErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  )
}
