import { useId } from 'react'
import { spanText } from '#components/history/parts/figures.ts'
import { PageLink } from '#components/shell/page-link.tsx'
import { buttonStyle } from '#components/ui/button-style.ts'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { Session } from '#lib/history/schema.ts'
import { serverNow } from '#lib/http/api.ts'
import { formatDay } from '#lib/time/format.ts'

/** The other sessions of the same meeting ID: a reused room is many meetings. */
export function SiblingMenu({ session, zone }: { session: Session; zone: string }) {
  const id = useId()
  const { siblings } = session
  if (siblings.length < 2) return null
  return (
    <div className="relative">
      <button type="button" popoverTarget={id} className={buttonStyle()}>
        {siblings.length} sessions of this ID
        <Icon name="chevron-down" size={16} className="text-faint" />
      </button>
      <div
        id={id}
        popover="auto"
        className="fixed inset-0 m-auto max-h-[min(28rem,80dvh)] w-80 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-xl border border-line bg-raised p-1.5 text-14 text-ink shadow-high"
      >
        <ul aria-label="Sessions of this meeting ID">
          {siblings.map((sibling) => (
            <li key={sibling.id}>
              <PageLink
                href={`/history/${sibling.id}`}
                aria-current={sibling.id === session.id ? 'page' : undefined}
                className={cx(
                  'figures flex min-h-9 items-center gap-2 rounded-lg px-2.5 py-1 -outline-offset-2 hover:bg-hover',
                  sibling.id === session.id ? 'font-medium text-ink' : 'text-soft',
                )}
              >
                <span className="flex-1">
                  {formatDay(sibling.startedAt, zone, serverNow())},{' '}
                  {spanText(sibling.startedAt, sibling.endedAt, sibling.startedAt, zone)}
                </span>
                {sibling.id === session.id ? <Icon name="check" size={16} className="text-accent-ink" /> : null}
              </PageLink>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
