import { useEffect, useLayoutEffect, useRef } from 'react'
import { spanText } from '#components/history/parts/figures.ts'
import { PageLink } from '#components/shell/page-link.tsx'
import { cx } from '#components/ui/cx.ts'
import type { Session } from '#lib/history/schema.ts'

/** The choice that had the focus as its report gave way to another: the same choice there takes it over. */
let focused: string | null = null

type SittingsProps = { session: Session; isWhole: boolean; zone: string }

/** A host dropping out and coming back makes several sittings of one meeting: the report of all, or of each. */
export function Sittings({ session: { id, sittings }, isWhole, zone }: SittingsProps) {
  useEffect(() => {
    focused = null
  }, [])
  if (sittings.length < 2) return null
  return (
    <nav aria-label="Sittings of this meeting" className="mt-5">
      <p className="text-14 text-soft">
        The host started this meeting {sittings.length === 2 ? 'twice' : `${sittings.length} times`}. Anyone in any
        sitting counts as present.
      </p>
      <ul className="mt-2 flex print:hidden flex-wrap gap-1.5 text-14">
        <Choice name="all" href={`/history/${id}?sittings=all`} isChosen={isWhole}>
          Whole meeting
        </Choice>
        {sittings.map(({ sessionId, startedAt, endedAt }) => (
          <Choice
            key={sessionId}
            name={sessionId}
            href={`/history/${sessionId}`}
            isChosen={!isWhole && sessionId === id}
          >
            {spanText(startedAt, endedAt, startedAt, zone)}
          </Choice>
        ))}
      </ul>
    </nav>
  )
}

type ChoiceProps = { name: string; href: string; isChosen: boolean; children: string }

function Choice({ name, href, isChosen, children }: ChoiceProps) {
  const link = useRef<HTMLAnchorElement>(null)
  useLayoutEffect(() => {
    const { current } = link
    if (isChosen && name === focused && document.activeElement === document.body) current?.focus()
    return () => {
      if (document.activeElement === current) focused = name
    }
  }, [isChosen, name])
  return (
    <li>
      <PageLink
        ref={link}
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
