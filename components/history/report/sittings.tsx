import { PageLink } from '#components/shell/page-link.tsx'
import { cx } from '#components/ui/cx.ts'
import type { Session } from '#lib/history/schema.ts'
import { formatTimeRange } from '#lib/time/format.ts'

type SittingsProps = { session: Session; isWhole: boolean; zone: string }

/** A host dropping out and coming back makes several sittings of one meeting: the report of all, or of each. */
export function Sittings({ session: { id, sittings }, isWhole, zone }: SittingsProps) {
  if (sittings.length < 2) return null
  return (
    <nav aria-label="Sittings of this meeting" className="mt-5">
      <p className="text-14 text-soft">
        The host started this meeting {sittings.length === 2 ? 'twice' : `${sittings.length} times`}. Anyone in any
        sitting counts as present.
      </p>
      <ul className="mt-2 flex print:hidden flex-wrap gap-1.5 text-14">
        <Choice href={`/history/${id}?sittings=all`} isChosen={isWhole}>
          Whole meeting
        </Choice>
        {sittings.map(({ sessionId, startedAt, endedAt }) => (
          <Choice key={sessionId} href={`/history/${sessionId}`} isChosen={!isWhole && sessionId === id}>
            {formatTimeRange(startedAt, endedAt, zone)}
          </Choice>
        ))}
      </ul>
    </nav>
  )
}

function Choice({ href, isChosen, children }: { href: string; isChosen: boolean; children: string }) {
  return (
    <li>
      <PageLink
        href={href}
        aria-current={isChosen ? 'page' : undefined}
        className={cx(
          'figures inline-flex h-8 items-center rounded-lg border px-3',
          isChosen
            ? 'border-accent font-medium text-ink forced-colors:border-[Highlight] forced-colors:outline'
            : 'border-line text-soft hover:bg-hover hover:text-ink',
        )}
      >
        {children}
      </PageLink>
    </li>
  )
}
