import { axisOf, axisTicks, positionOf } from '#components/history/parts/axis.ts'
import { BarAxis, percent } from '#components/history/parts/bar-axis.tsx'
import { spanText } from '#components/history/parts/figures.ts'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { Session } from '#lib/history/schema.ts'
import type { Row } from './sort.ts'

type ReportBarsProps = {
  session: Session
  rows: Row[]
  /** The highlighted row, here or in the table. */
  active: string | null
  onActive: (key: string | null) => void
  zone: string
}

/** Everybody's stays on one time axis. Hidden from screen readers: the table below says the same and more. */
export function ReportBars({ session, rows, active, onActive, zone }: ReportBarsProps) {
  const axis = axisOf(session)
  const ticks = axisTicks(axis, zone)
  const plans = [session.plannedStartsAt, session.plannedEndsAt].flatMap((at) => {
    const isOnAxis = at !== null && Date.parse(at) >= axis.from && Date.parse(at) <= axis.to
    return isOnAxis ? [positionOf(at, axis)] : []
  })
  return (
    <figure
      aria-hidden="true"
      data-bars=""
      className="mt-6 rounded-xl border border-line bg-raised px-4 pt-3 pb-4 shadow-low print:mt-4 print:break-inside-auto print:border-0 print:px-0 print:shadow-none"
    >
      <div className="relative">
        <BarAxis ticks={ticks} plans={plans} />
        {rows.map((row) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: pointing at a bar only marks its row in the table
          <div
            key={row.key}
            data-row={row.key}
            onMouseEnter={() => onActive(row.key)}
            onMouseLeave={() => onActive(null)}
            className={cx(
              'relative grid grid-cols-1 items-center rounded-md py-1 transition-colors duration-100 sm:grid-cols-[11rem_minmax(0,1fr)] print:break-inside-avoid',
              row.key === active && 'bg-hover',
            )}
          >
            <span
              className={cx(
                'flex max-w-full items-center gap-1 pr-3 text-12 max-sm:relative max-sm:w-fit max-sm:bg-raised print:text-soft',
                row.personId === null ? 'text-faint' : 'text-soft',
              )}
            >
              <KindIcon kind={row.kind} />
              <span dir="auto" className="min-w-0 truncate">
                {row.name}
              </span>
            </span>
            <span className="relative block h-4">
              <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
              {knownStays(row).length === 0 ? (
                <span className="absolute inset-y-0 left-0 bg-raised pr-2 text-12 text-faint leading-4">
                  {spanText(row.firstJoin, row.lastLeave, session.startedAt, zone)}
                </span>
              ) : null}
              {knownStays(row).map(({ key, joinedAt, leftAt }) => (
                <span
                  key={key}
                  data-stay={joinedAt}
                  className={cx(
                    'edge absolute inset-y-0.5 min-w-0.5 rounded-xs [print-color-adjust:exact] forced-colors:bg-[Highlight] forced-colors:forced-color-adjust-none',
                    row.kind === 'notetaker' ? 'bg-line-strong' : 'bg-accent',
                    active !== null && row.key !== active && 'opacity-45 print:opacity-100',
                  )}
                  style={{
                    left: percent(positionOf(joinedAt, axis)),
                    width: percent(positionOf(leftAt, axis) - positionOf(joinedAt, axis)),
                  }}
                />
              ))}
            </span>
          </div>
        ))}
      </div>
      {plans.length > 0 ? (
        <figcaption className="mt-2 text-12 text-faint">Dashed: planned start and end</figcaption>
      ) : null}
    </figure>
  )
}

/** Grey and small beside the name: the table says it in words. */
function KindIcon({ kind }: Pick<Row, 'kind'>) {
  if (kind === 'person') return null
  return <Icon name={kind === 'notetaker' ? 'bot' : 'circle-help'} size={12} className="shrink-0" />
}

/** A bar needs both its ends: for other stays the table says what is known. */
function knownStays({ intervals }: Row): { key: string; joinedAt: string; leftAt: string }[] {
  return intervals.flatMap(({ key, joinedAt, leftAt }) =>
    joinedAt === null || leftAt === null ? [] : { key, joinedAt, leftAt },
  )
}
