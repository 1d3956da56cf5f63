import { leaveToConnect } from '#components/shell/leave-to-connect.ts'
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
          <button
            type="button"
            onClick={() => leaveToConnect()}
            className="rounded-sm text-accent-ink underline underline-offset-2"
          >
            Connect your account
          </button>{' '}
          to schedule them here.
        </>
      )}
    </p>
  )
}
