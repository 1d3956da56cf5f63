import type { Metadata } from 'next'
import { PlainFrame } from '#components/shell/plain-frame.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <PlainFrame>
      <h1 className="font-semibold text-28">Page not found</h1>
      <p className="mt-2 text-16 text-soft">
        The address may be mistyped, or the page may be gone. You’ll find the company’s meetings on Home.
      </p>
      <div className="mt-6">
        <LinkButton href="/" tone="primary">
          Go to Home
        </LinkButton>
      </div>
    </PlainFrame>
  )
}
