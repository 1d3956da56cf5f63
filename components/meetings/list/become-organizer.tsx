import { PageLink } from '#components/shell/page-link.tsx'
import type { Me } from '#lib/people/schema.ts'

/** For those who organize nothing: what this page shows them, and how they could organize. */
export function BecomeOrganizer({ connection }: { connection: Me['connection'] }) {
  return (
    <p className="mt-2 max-w-prose text-body text-soft">
      The meetings you are invited to.{' '}
      {connection === 'active' ? (
        'Your GoTo account may not organize meetings: an administrator of it can give you a licence.'
      ) : (
        <>
          Do you have a GoTo account that organizes?{' '}
          <PageLink href="/settings#goto" className="text-accent-ink underline underline-offset-2">
            Connect it
          </PageLink>{' '}
          to schedule meetings here.
        </>
      )}
    </p>
  )
}
