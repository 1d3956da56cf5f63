import type { Session } from '#lib/history/schema.ts'

/** Why somebody who wasn't seen may have come after all. Counts the whole meeting, as their state does. */
export function couldBeText({ couldBe, sitting }: Pick<Session, 'couldBe' | 'sitting'>): string {
  if (couldBe === 0) return 'may have come: attendance isn’t complete'
  const where = sitting ? ' of the whole meeting' : ''
  return couldBe === 1
    ? `could be the one unidentified attendee${where}`
    : `could be one of the ${couldBe} unidentified attendees${where}`
}
