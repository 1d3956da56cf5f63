import { PageLink } from '#components/shell/page-link.tsx'
import type { Me } from '#lib/people/schema.ts'

/** For people who organize nothing: what this page shows, and how to become an organizer. */
export function BecomeOrganizer({ connection }: { connection: Me['connection'] }) {
  return (
    <p className="mt-2 max-w-prose text-body text-soft">
      Meetings you’re invited to.{' '}
      {connection === 'active' ? (
        'Your GoTo account can’t organize meetings. Ask your GoTo administrator for a licence.'
      ) : (
        <>
          Organize meetings with GoTo?{' '}
          <PageLink href="/settings#goto" className="text-accent-ink underline underline-offset-2">
            Connect your account
          </PageLink>{' '}
          to schedule them here.
        </>
      )}
    </p>
  )
}
