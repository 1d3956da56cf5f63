'use client'

import { changeAddress } from '#components/shell/address.ts'
import { DaysSelect } from '#components/shell/days-select.tsx'
import { serverNow } from '#lib/http/api.ts'
import { addDays } from '#lib/time/day.ts'
import { dayKey, formatDay } from '#lib/time/format.ts'

type DayFilterProps = { from: string | undefined; to: string | undefined; zone: string }

/** Which days of the plan. */
export function DayFilter({ from, to, zone }: DayFilterProps) {
  const name = nameOf(from, to, zone)
  return (
    <DaysSelect
      from={from}
      to={to}
      name={name}
      width={name === 'chosen' ? 'w-48' : 'w-32'}
      onName={(chosen) => {
        const days = daysOf(chosen, zone)
        changeAddress({ from: days?.[0] ?? null, to: days?.[1] ?? null })
      }}
      onDays={(days) => changeAddress(days, 'replace')}
    >
      <option value="all">All days</option>
      <option value="today">Today</option>
      <option value="tomorrow">Tomorrow</option>
      <option value="week">Next 7 days</option>
      {name === 'chosen' ? <option value="chosen">{daysText(from, to)}</option> : null}
    </DaysSelect>
  )
}

function nameOf(from: string | undefined, to: string | undefined, zone: string): string {
  if (!from && !to) return 'all'
  const named = ['today', 'tomorrow', 'week'].find((name) => {
    const days = daysOf(name, zone)
    return days?.[0] === from && days?.[1] === to
  })
  return named ?? 'chosen'
}

function daysOf(name: string, zone: string): [string, string] | null {
  const today = dayKey(serverNow(), zone)
  switch (name) {
    case 'today':
      return [today, today]
    case 'tomorrow':
      return [addDays(today, 1), addDays(today, 1)]
    case 'week':
      return [today, addDays(today, 6)]
    default:
      return null
  }
}

/** `Friday 27 November – Sunday 29 November`, `From Friday 27 November` */
export function daysText(from: string | undefined, to: string | undefined): string {
  if (from && from === to) return dayText(from)
  if (from && to) return `${dayText(from)} – ${dayText(to)}`
  return from ? `From ${dayText(from)}` : `Until ${dayText(to ?? '')}`
}

function dayText(day: string): string {
  return formatDay(`${day}T12:00:00Z`, 'UTC', serverNow())
}
