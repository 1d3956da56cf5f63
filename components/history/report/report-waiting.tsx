import { ConnectButton } from '#components/shell/connect-button.tsx'
import { useMe } from '#components/shell/use-me.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { MeetingReport, Session, UnreadBecause } from '#lib/history/schema.ts'
import { connectToRead, incompleteText, pendingSentence, unreadSentence } from '#lib/history/sentences.ts'

/** What a report lacks, before its people: a sitting to come, why nobody is there yet, who may be missing. */
export function ReportNotes({ report }: { report: MeetingReport }) {
  const { pending, unreadBecause, attendees, organizer } = report
  const incomplete = incompleteText(report)
  return (
    <>
      {pending && attendees.length > 0 ? (
        <p role="status" className="mt-3 text-14 text-attention">
          {pendingSentence(pending)}
        </p>
      ) : unreadBecause ? (
        <ReportWaiting because={unreadBecause} organizer={organizer} />
      ) : null}
      {incomplete ? (
        <p role="note" className="mt-3 text-14 text-attention">
          {incomplete}
        </p>
      ) : null}
    </>
  )
}

type ReportWaitingProps = { because: UnreadBecause; organizer: Session['organizer'] }

/** Stands in for the attendees: why they aren't there, whether they will come, and what helps. */
function ReportWaiting({ because, organizer }: ReportWaitingProps) {
  const me = useMe()
  const sentence = unreadSentence(because, organizer.name)
  if (because === 'preparing' || because === 'not-over')
    return (
      <div
        role="status"
        className="mt-6 flex items-center gap-3 rounded-xl border border-line border-dashed px-4 py-6 text-body text-soft"
      >
        {because === 'preparing' ? (
          <Icon name="loader-circle" size={16} className="shrink-0 animate-spin text-faint" />
        ) : null}
        {sentence}
      </div>
    )
  const isMine = me?.isAdministrator || me?.personId === organizer.personId
  const mayConnect = because === 'not-connected' && isMine && me?.connection !== 'active'
  return (
    <div role="status" className="mt-6">
      <Banner tone="attention" action={mayConnect ? <ConnectButton /> : null}>
        {mayConnect ? connectToRead : sentence}
        {because === 'failed' ? ' Foyer keeps trying while this page is open.' : ''}
      </Banner>
    </div>
  )
}
