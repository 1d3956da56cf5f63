'use client'

import { PlainFrame } from '#components/shell/plain-frame.tsx'
import { Button } from '#components/ui/button.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'

/** A page that couldn't be rendered. What was saved is safe: rendering never saves anything. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <PlainFrame>
      <div role="alert">
        <h1 className="font-semibold text-28">Couldn’t load this page</h1>
        <p className="mt-2 text-16 text-soft">
          Something went wrong in Foyer. Nothing you saved is lost. Try again; if it keeps happening, tell an
          administrator{error.digest ? ` and mention ${error.digest}` : ''}.
        </p>
      </div>
      <div className="mt-6 flex gap-2">
        <Button tone="primary" onClick={reset}>
          Try again
        </Button>
        <LinkButton href="/">Go to Home</LinkButton>
      </div>
    </PlainFrame>
  )
}
