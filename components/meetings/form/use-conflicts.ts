import { useQuery } from '@tanstack/react-query'
import { conflictsQuery } from '#lib/meetings/meeting-queries.ts'
import type { ConflictQuery, Conflicts } from '#lib/meetings/schema.ts'
import { useSettled } from './use-settled.ts'

/**
 * What else I have at a time, asked once typing pauses; null: nothing to ask, or no answer yet.
 * `isCurrent`: the answer is about this very time, not the one typed a moment ago.
 */
export function useConflicts(query: ConflictQuery | null): { conflicts: Conflicts | null; isCurrent: boolean } {
  const asked = useSettled(query)
  const found = useQuery({ ...conflictsQuery(asked ?? nothing), enabled: asked !== null })
  return {
    conflicts: (asked && found.data) ?? null,
    isCurrent: !found.isPlaceholderData && JSON.stringify(asked) === JSON.stringify(query),
  }
}

const nothing: ConflictQuery = { startsAt: '', endsAt: '' }
