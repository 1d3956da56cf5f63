'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { addDays, isDay, weekdayOf } from '#lib/time/day.ts'
import { formatMonth, formatShortDay } from '#lib/time/format-date.ts'
import { addMonths } from '#lib/time/month.ts'
import { firstWeekday } from '#lib/time/reader-dates.ts'
import { weeksOf } from './weeks-of.ts'

type CalendarProps = { day: string; today: string; onChoose: (day: string) => void; onClose: () => void }

/** A month to choose a day from. Arrow keys go by days and weeks, Page keys by months, Home and End along a week. */
export function Calendar({ day, today, onChoose, onClose }: CalendarProps) {
  const [at, setAt] = useState(day)
  const box = useRef<HTMLDivElement>(null)
  const month = at.slice(0, 7)
  const weeks = weeksOf(month, firstWeekday())

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the day
  useEffect(() => {
    const isOnTurn = document.activeElement?.matches('[data-turn]') && box.current?.contains(document.activeElement)
    if (!isOnTurn) box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [at])

  function leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }

  function press(event: KeyboardEvent): void {
    const next = moved(at, event.key)
    if (next === null) return
    event.preventDefault()
    setAt(next)
  }

  return (
    <div
      ref={box}
      role="dialog"
      aria-label="Choose a day"
      onKeyDown={leave}
      className="figures absolute top-10 left-0 z-30 w-68 rounded-xl border border-line bg-raised p-3 text-14 shadow-high"
    >
      <div className="flex items-center justify-between pb-2">
        <Turn label="Previous month" onTurn={() => setAt(inMonth(at, -1))}>
          <Icon name="chevron-left" size={16} />
        </Turn>
        <span aria-live="polite" className="font-medium">
          {formatMonth(month)}
        </span>
        <Turn label="Next month" onTurn={() => setAt(inMonth(at, 1))}>
          <Icon name="chevron-right" size={16} />
        </Turn>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table with keys is a grid */}
      <table role="grid" aria-label={formatMonth(month)} onKeyDown={press} className="w-full table-fixed text-center">
        <thead className="text-12 text-faint">
          <tr>
            {weeks[0]?.map((one) => (
              <th key={one} scope="col" className="pb-1 font-medium">
                {formatShortDay(one).slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((one) => (
                <td key={one} className="p-0">
                  <button
                    type="button"
                    tabIndex={one === at ? 0 : -1}
                    aria-label={formatShortDay(one)}
                    aria-pressed={one === day}
                    aria-current={one === today ? 'date' : undefined}
                    onClick={() => onChoose(one)}
                    className={cx(
                      'size-8 rounded-lg hover:bg-hover aria-pressed:bg-accent aria-pressed:text-on-accent',
                      one.startsWith(month) ? 'text-ink' : 'text-faint',
                      one === today && 'font-semibold text-accent-ink',
                    )}
                  >
                    {Number(one.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Turn({ label, onTurn, children }: { label: string; onTurn: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      data-turn=""
      aria-label={label}
      onClick={onTurn}
      className="grid size-8 place-items-center rounded-lg text-soft hover:bg-hover hover:text-ink"
    >
      {children}
    </button>
  )
}

function moved(day: string, key: string): string | null {
  const sinceStart = (weekdayOf(day) - firstWeekday() + 7) % 7
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return addDays(day, -sinceStart)
    case 'End':
      return addDays(day, 6 - sinceStart)
    case 'PageUp':
      return inMonth(day, -1)
    case 'PageDown':
      return inMonth(day, 1)
    default:
      return null
  }
}

/** The same day of another month, or its last. */
function inMonth(day: string, months: number): string {
  const month = addMonths(day.slice(0, 7), months)
  const days = [day.slice(8), '30', '29', '28'].map((number) => `${month}-${number}`)
  return days.find(isDay) ?? `${month}-01`
}
