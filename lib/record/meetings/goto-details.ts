import type { AnswerOf } from '#lib/goto/contract/calls.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'

export type GotoMeeting = AnswerOf<'getMeeting'>
export type Details = { passwordRequired: boolean; coorganizerKeys: string[] }

/** What a meeting's row remembers of it. What GoTo did not say stays as it is known: not every answer has it (goto-api.md 5.3). */
export function detailColumns({ passwordRequired, coorganizerKeys }: GotoMeeting) {
  return {
    ...(passwordRequired === null ? {} : { passwordRequired }),
    ...(coorganizerKeys === null ? {} : { coorganizerKeys: coorganizerKeys.map(BigInt) }),
  }
}

/** Whether GoTo says the same of both, as far as it says anything. The order of co-organizers means nothing. */
export function hasDetails(there: GotoMeeting, { passwordRequired, coorganizerKeys }: Details): boolean {
  if (there.passwordRequired !== null && there.passwordRequired !== passwordRequired) return false
  return there.coorganizerKeys === null || sameKeys(there.coorganizerKeys, coorganizerKeys)
}

/** What is known of them here; null: GoTo was not asked yet. */
export function knownDetails({ meeting }: ListedRow): Details | null {
  const { detailsReadAt, passwordRequired, coorganizerKeys } = meeting
  return detailsReadAt === null ? null : { passwordRequired, coorganizerKeys: coorganizerKeys.map(String) }
}

/** GoTo's list says less than its meetings do: only what was read of one can be compared with it. */
export function hasOtherAudio(there: GotoMeeting, { meeting }: ListedRow): boolean {
  const { audio, listedAudio, detailsReadAt } = meeting
  if (detailsReadAt === null || audio === '' || audio === listedAudio) return false
  return there.conferenceCallInfo !== audio
}

function sameKeys(some: readonly string[], others: readonly string[]): boolean {
  const set = new Set(some)
  return set.size === new Set(others).size && others.every((key) => set.has(key))
}
