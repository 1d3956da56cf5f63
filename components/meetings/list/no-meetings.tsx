import { changeAddress } from '#components/shell/address.ts'
import { PageLink } from '#components/shell/page-link.tsx'
import { shortcuts } from '#components/shell/shortcuts.ts'
import { Button } from '#components/ui/button.tsx'
import { buttonStyle } from '#components/ui/button-style.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { apart } from '#lib/apart.ts'
import { noFilter } from './filter.ts'

/** Nothing of mine, or nothing with these words. */
export function NoMeetings({ q, isOrganizer }: { q: string; isOrganizer: boolean }) {
  if (q)
    return (
      <div className="mt-7">
        <EmptyState
          title={`No results for “${apart(q)}”`}
          action={<Button onClick={() => changeAddress(noFilter)}>Clear search</Button>}
        >
          Searched the meetings you organize or are invited to. History has the past ones.
        </EmptyState>
      </div>
    )
  return (
    <div className="mt-7">
      {isOrganizer ? (
        <EmptyState title="No upcoming meetings" action={<NewMeetingLink />}>
          All you need is a subject.
          <span className="hidden pointer-fine:inline">
            {' '}
            Or press {shortcuts.palette} and type “Weekly sync tomorrow 10:00”.
          </span>
        </EmptyState>
      ) : (
        <EmptyState
          title="No upcoming meetings"
          action={
            <PageLink href="/" className={buttonStyle()}>
              All company meetings
            </PageLink>
          }
        >
          When you’re invited to a meeting, it appears here.
        </EmptyState>
      )}
    </div>
  )
}

export function NewMeetingLink() {
  return (
    <PageLink href="/meetings/new" aria-keyshortcuts="c" className={buttonStyle('primary')}>
      <Icon name="plus" size={16} />
      New meeting
    </PageLink>
  )
}
