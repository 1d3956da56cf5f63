import type { Session } from '#lib/history/schema.ts'

/** Why somebody who wasn't seen may have come after all. */
export function couldBeText({ unidentified }: Pick<Session, 'unidentified'>): string {
  if (unidentified === 0) return 'may have come: attendance isn’t complete'
  return unidentified === 1
    ? 'could be the one unidentified attendee'
    : `could be one of the ${unidentified} unidentified attendees`
}
