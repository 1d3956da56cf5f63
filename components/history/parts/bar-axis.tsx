import { cx } from '#components/ui/cx.ts'
import type { Tick } from './axis.ts'

/** Local times on top, a fine line down from each, a dashed one for planned times. */
export function BarAxis({ ticks, plans }: { ticks: Tick[]; plans: number[] }) {
  const hasDays = ticks.some(({ day }) => day)
  return (
    <>
      <div className={cx('@container relative sm:ml-44', hasDays ? 'h-9' : 'h-5')}>
        {ticks.map(({ position, time, zone, day }, index) => (
          <span
            key={position}
            style={{ left: percent(position), transform: `translateX(${labelShift(position)})` }}
            className={cx(
              'figures absolute top-0 whitespace-nowrap text-12 text-faint',
              // Every other one is enough on a phone.
              index % 2 === 1 && !day && !zone && 'max-sm:hidden',
            )}
          >
            {time}
            {zone ? ` ${zone}` : ''}
            {day ? <span className="block text-soft">{day}</span> : null}
          </span>
        ))}
      </div>
      <div
        data-axis=""
        className={cx('pointer-events-none absolute right-0 bottom-0 left-0 sm:left-44', hasDays ? 'top-9' : 'top-5')}
      >
        {ticks.map(({ position, day }) => (
          <span
            key={position}
            style={{ left: percent(position) }}
            className={cx(
              'absolute inset-y-0 border-l forced-colors:border-[GrayText]',
              day ? 'border-line-strong' : 'border-line',
            )}
          />
        ))}
        {plans.map((position) => (
          <span
            key={position}
            style={{ left: percent(position) }}
            className="absolute inset-y-0 border-attention border-l border-dashed forced-colors:border-[Highlight] forced-colors:border-l-2 forced-colors:forced-color-adjust-none"
          />
        ))}
      </div>
    </>
  )
}

/**
 * How far a label is moved from its tick: by half its width, so that it stands over the tick, but never out of the axis,
 * whatever its width is. `cqw`: of the axis, `%`: of the label.
 */
export function labelShift(position: number): string {
  const before = Math.round(position * 100_000) / 1000
  return `max(-${before}cqw, min(-50%, ${100 - before}cqw - 100%))`
}

/** `12.5%` */
export function percent(share: number): string {
  return `${Math.round(share * 100_000) / 1000}%`
}
