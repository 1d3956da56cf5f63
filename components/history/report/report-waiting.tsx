import { LoaderCircle } from 'lucide-react'
import { PageLink } from '#components/shell/page-link.tsx'
import { useMe } from '#components/shell/use-me.ts'
import { Banner } from '#components/ui/banner.tsx'
import { buttonStyle } from '#components/ui/button-style.ts'
import type { Session, UnreadBecause } from '#lib/history/schema.ts'

/** In the place of the attendees: why they are not there, whether they will come, and what helps. */
export function ReportWaiting({ because, organizer }: { because: UnreadBecause; organizer: Session['organizer'] }) {
  const me = useMe()
  if (because === 'preparing')
    return (
      <div
        role="status"
        className="mt-6 flex items-center gap-3 rounded-xl border border-line border-dashed px-4 py-6 text-body text-soft"
      >
        <LoaderCircle aria-hidden="true" size={16} className="animate-spin text-faint" />
        Attendees are being fetched from GoTo … They appear here by themselves, usually within some minutes of the end.
      </div>
    )
  const isMine = me?.isAdministrator || me?.personId === organizer.personId
  const mayConnect = because === 'not-connected' && isMine && me?.connection !== 'active'
  return (
    <div role="status" className="mt-6">
      <Banner
        tone="attention"
        action={
          mayConnect ? (
            <PageLink href="/settings#goto" className={buttonStyle()}>
              Connect GoTo
            </PageLink>
          ) : null
        }
      >
        {because === 'not-connected' && !mayConnect
          ? `Foyer may not ask GoTo for you who came. Ask ${organizer.name} to open this report, or an administrator to lend Foyer their connection.`
          : sentences[because]}
      </Banner>
    </div>
  )
}

const sentences = {
  failed: 'GoTo could not be asked who came. Foyer tries again while this page is open.',
  'not-connected':
    'Foyer cannot ask GoTo who came: your GoTo account is not connected. Connect it, then open this report again.',
  'organizer-gone':
    'It cannot be learnt any more who came: this organizer is gone at GoTo, which tells no more of their sessions.',
  expired: 'It cannot be learnt any more who came: GoTo tells only of the last year.',
}
