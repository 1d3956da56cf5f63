import type { AnswerOf } from '#lib/goto/contract/calls.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'

export type GotoMeeting = AnswerOf<'getMeeting'>
export type Details = { passwordRequired: boolean; coorganizerKeys: string[] }

/** The columns that store it. Details GoTo left out stay as known: not every answer has them (goto-api.md 5.3). */
export function detailColumns({ passwordRequired, coorganizerKeys }: GotoMeeting) {
  return {
    ...(passwordRequired === null ? {} : { passwordRequired }),
    ...(coorganizerKeys === null ? {} : { coorganizerKeys: coorganizerKeys.map(BigInt) }),
  }
}

/** Whether GoTo agrees about both, as far as it says anything. The order of co-organizers means nothing. */
export function hasDetails(there: GotoMeeting, { passwordRequired, coorganizerKeys }: Details): boolean {
  if (there.passwordRequired !== null && there.passwordRequired !== passwordRequired) return false
  return there.coorganizerKeys === null || sameKeys(there.coorganizerKeys, coorganizerKeys)
}

/** What is known about them here; null: GoTo has not been asked yet. */
export function knownDetails({ meeting }: ListedRow): Details | null {
  const { detailsReadAt, passwordRequired, coorganizerKeys } = meeting
  return detailsReadAt === null ? null : { passwordRequired, coorganizerKeys: coorganizerKeys.map(String) }
}

/** GoTo's list says less than a single meeting's answer: only what came from one can be compared with it. */
export function hasOtherAudio(there: GotoMeeting, { meeting }: ListedRow): boolean {
  const { audio, listedAudio, detailsReadAt } = meeting
  if (detailsReadAt === null || audio === '' || audio === listedAudio) return false
  return there.conferenceCallInfo !== audio
}

function sameKeys(some: readonly string[], others: readonly string[]): boolean {
  const set = new Set(some)
  return set.size === new Set(others).size && others.every((key) => set.has(key))
}
