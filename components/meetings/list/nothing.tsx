'use client'

import { changeAddress } from '#components/shell/address.ts'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { MeetingFilter } from '#lib/meetings/schema.ts'
import { noFilter } from './filter.ts'
import { goneGroup, goneOrganizer, useChips } from './filter-chips.tsx'
import { unusableFilter } from './unusable-filter.ts'

/** Instead of a list without a row: why there is none, and what to do about it. Load it lazily. */
export function Nothing({ filter, hasBeenRead }: { filter: MeetingFilter; hasBeenRead: boolean }) {
  const chips = useChips(filter)
  if (chips.length > 0)
    return (
      <EmptyState
        title={nothingText(chips)}
        action={<Button onClick={() => changeAddress(noFilter)}>Clear filters</Button>}
      />
    )
  return (
    <EmptyState title={hasBeenRead ? 'No upcoming meetings' : 'Reading from GoTo for the first time'}>
      {hasBeenRead
        ? 'Scheduled meetings appear here. You can join by ID at any time.'
        : 'The company’s meetings will appear here shortly.'}
    </EmptyState>
  )
}

function nothingText(chips: { key: string; text: string }[]): string {
  const gone = chips.find(({ text }) => text === goneOrganizer || text === goneGroup)
  if (gone) return unusableFilter({ [gone.key]: '' })
  if (chips.length === 1 && chips[0]?.key === 'mine') return 'You have no upcoming meetings'
  return `No results for ${chips.map((chip) => chip.text).join(', ')}`
}
