import type { Metadata } from 'next'
import { PlainFrame } from '#components/shell/plain-frame.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <PlainFrame>
      <h1 className="font-semibold text-28">There is nothing here</h1>
      <p className="mt-2 text-16 text-soft">
        The address may be mistyped, or what stood here is gone. The company’s meetings are on the home page.
      </p>
      <div className="mt-6">
        <LinkButton href="/" tone="primary">
          Go to Home
        </LinkButton>
      </div>
    </PlainFrame>
  )
}
