'use client'

import './globals.css'

/**
 * For when even the frame of all pages can't be rendered. Every page loads it, so it is plain: the page for all other
 * errors is `error.tsx`.
 */
export default function GlobalErrorPage({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto max-w-md px-4 pt-24">
          <h1 className="font-semibold text-28">Couldn’t load this page</h1>
          <p role="alert" className="mt-2 text-16 text-soft">
            Something went wrong in Foyer. Nothing you saved is lost. Try again; if it keeps happening, tell an
            administrator.
          </p>
          <button type="button" onClick={reset} className="mt-6 h-9 rounded-lg border border-line px-3 text-14">
            Try again
          </button>
        </main>
      </body>
    </html>
  )
}
