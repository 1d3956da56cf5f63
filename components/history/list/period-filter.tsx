'use client'

import { changeAddress } from '#components/shell/address.ts'
import { DaysSelect } from '#components/shell/days-select.tsx'
import type { HistoryFilter } from '#lib/history/schema.ts'
import { formatMonth } from '#lib/time/format-date.ts'
import { daysOf, lastMonths, nameOf, periods, periodText } from './period.ts'

type PeriodFilterProps = { filter: HistoryFilter; now: Date | null; zone: string }

/**
 * Which period of the past. Months are offered once the page has come to life: until then the browser's clock may show
 * another one than the server, whose page must be found as it was sent.
 */
export function PeriodFilter({ filter, now, zone }: PeriodFilterProps) {
  const name = nameOf(filter, zone) ?? 'chosen'
  const months = now ? lastMonths(zone, now) : []
  const isOtherMonth = /^\d{4}-\d{2}$/.test(name) && !months.includes(name)
  return (
    <DaysSelect
      from={filter.from}
      to={filter.to}
      name={name}
      width={name === 'chosen' ? 'w-48' : 'w-40'}
      onName={(chosen) => changeAddress(daysOf(chosen, zone))}
      onDays={(days) => changeAddress({ ...days, ...(days.from ? { all: null } : {}) }, 'replace')}
    >
      {periods.map((period) => (
        <option key={period.name} value={period.name}>
          {period.text}
        </option>
      ))}
      {months.length > 0 ? (
        <optgroup label="Months">
          {months.map((month) => (
            <option key={month} value={month}>
              {formatMonth(month)}
            </option>
          ))}
        </optgroup>
      ) : null}
      {name === 'chosen' || isOtherMonth ? <option value={name}>{periodText(filter, zone)}</option> : null}
    </DaysSelect>
  )
}
