'use client'

import { changeAddress } from '#components/shell/address.ts'
import { DaysSelect } from '#components/shell/days-select.tsx'
import type { HistoryFilter } from '#lib/history/schema.ts'
import { daysOf, lastMonths, monthText, nameOf, periods, periodText } from './period.ts'

/** Which period of the past. */
export function PeriodFilter({ filter, zone }: { filter: HistoryFilter; zone: string }) {
  const name = nameOf(filter, zone) ?? 'chosen'
  const months = lastMonths(zone)
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
      <optgroup label="Months">
        {months.map((month) => (
          <option key={month} value={month}>
            {monthText(month)}
          </option>
        ))}
      </optgroup>
      {name === 'chosen' || isOtherMonth ? <option value={name}>{periodText(filter, zone)}</option> : null}
    </DaysSelect>
  )
}
